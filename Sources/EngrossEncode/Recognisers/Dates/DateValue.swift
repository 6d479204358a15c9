/// What a date means, as TEI's attributes say it (TEI Guidelines, att.datable.w3c).
package struct DateValue: Sendable, Equatable {
  /// The attributes with their values, in the order in which they're written; none when the date is
  /// impossible, or when the text doesn't tell.
  let attributes: [Attribute]

  struct Attribute: Sendable, Equatable {
    let name: String
    let value: String
  }

  /// The value of `@when`, nil when there's none.
  package var when: String? { attributes.first { $0.name == "when" }?.value }

  /// A date that has no value.
  static let unknown = DateValue(attributes: [])

  static func when(_ value: String) -> DateValue {
    DateValue(attributes: [Attribute(name: "when", value: value)])
  }

  static func range(from: String, to: String) -> DateValue {
    DateValue(attributes: [Attribute(name: "from", value: from), Attribute(name: "to", value: to)])
  }

  /// Some time between two dates: a decade, a century, a season.
  static func within(_ first: String, _ last: String) -> DateValue {
    DateValue(attributes: [
      Attribute(name: "notBefore", value: first), Attribute(name: "notAfter", value: last),
    ])
  }
}
