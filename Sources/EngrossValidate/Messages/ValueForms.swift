import EngrossModel

/// The forms that a value may have, in words and with examples.
struct ValueForms {
  /// All forms, each once; alternatives only.
  let forms: [ValueForm]

  init(_ forms: [ValueForm]) { self.forms = forms.unique }

  /// The fixed values among them.
  var literals: [String] {
    forms.compactMap { if case .literal(let value) = $0 { value } else { nil } }
  }

  /// The names of the datatypes among them.
  private var types: Set<String> {
    Set(forms.compactMap { if case .datatype(let name, _) = $0 { name } else { nil } })
  }

  private static let temporal: Set<String> = [
    "date", "gYear", "gMonth", "gDay", "gYearMonth", "gMonthDay", "time", "dateTime",
  ]

  /// Whether dates are among them, or the parts of one.
  var areDates: Bool { types.contains("date") || types.contains("gYear") }

  /// What one value is called: "date", "number", "value".
  var noun: String {
    if areDates { return "date" }
    if !types.isEmpty, types.isSubset(of: Set(Self.numbers.keys)) { return "number" }
    if types == ["duration"] { return "duration" }
    if types.contains("language") { return "language tag" }
    if types == ["anyURI"] { return "pointer" }
    return "value"
  }

  private static let numbers = [
    "nonNegativeInteger": "a whole number such as 3", "integer": "a whole number such as 3",
    "positiveInteger": "a whole number such as 3", "int": "a whole number such as 3",
    "unsignedInt": "a whole number such as 3", "decimal": "a number such as 1.5",
    "double": "a number such as 1.5", "float": "a number such as 1.5",
  ]

  private static let others = [
    "boolean": "\"true\" or \"false\"", "duration": "a duration such as P1Y6M",
    "language": "a language tag such as \"en\" or \"de-AT\"",
    "time": "a time such as 14:25:00", "dateTime": "a date and time such as 1997-05-06T14:25:00",
    "ID": "an identifier of letters, digits, \"-\", \"_\" and \".\", which starts with a letter or "
      + "\"_\"",
    "NCName":
      "a name of letters, digits, \"-\", \"_\" and \".\", which starts with a letter or \"_\"",
    "Name":
      "a name of letters, digits, \"-\", \"_\", \".\" and \":\", which starts with a letter or "
      + "\"_\"",
    "anyURI": "a pointer such as \"#p1\" or an address",
  ]

  /// What is accepted, as a phrase with an example: "a date such as 1997-05-06, 1997-05 or 1997".
  var phrase: String {
    if areDates { return "a date such as 1997-05-06, 1997-05 or 1997" }
    var phrases: [String] = []
    let words = literals
    if !words.isEmpty { phrases.append(Prose.values(words)) }
    for form in forms {
      if case .literal = form { continue }
      phrases.append(Self.phrase(of: form))
    }
    return Prose.alternatives(Array(phrases.unique.prefix(3)))
  }

  private static func phrase(of form: ValueForm) -> String {
    switch form {
    case .literal(let value): return Prose.quoted(value)
    case .text: return "any text"
    case .empty: return "nothing"
    case .list(let forms):
      let items = ValueForms(forms)
      return "\(items.phrase), or several between spaces"
    case .datatype(let name, let facets):
      let bounds = self.bounds(facets)
      if let number = numbers[name] { return number + bounds }
      if let pattern = facets.first(where: { $0.name == "pattern" })?.value {
        // Both are any characters but white space; TEI's words and pointers are defined so.
        if pattern == #"[^\p{C}\p{Z}]+"# || pattern == #"\S+"# {
          return name == "anyURI" ? others["anyURI"]! : "a word without spaces"
        }
        return "a value that matches \(pattern)"
      }
      return (others[name] ?? "a value of the type \"\(name)\"") + bounds
    }
  }

  private static func bounds(_ facets: [DatatypeFacet]) -> String {
    var words: [String] = []
    for facet in facets {
      switch facet.name {
      case "minInclusive": words.append("at least \(facet.value)")
      case "maxInclusive": words.append("at most \(facet.value)")
      case "minExclusive": words.append("more than \(facet.value)")
      case "maxExclusive": words.append("less than \(facet.value)")
      case "minLength": words.append("of at least \(facet.value) characters")
      case "maxLength": words.append("of at most \(facet.value) characters")
      case "length": words.append("of \(facet.value) characters")
      default: break
      }
    }
    return words.isEmpty ? "" : ", " + words.joined(separator: " and ")
  }

  /// The forms as data.
  var names: [String] {
    forms.map { form in
      switch form {
      case .literal(let value): value
      case .text: "#text"
      case .empty: ""
      case .list(let forms): "list of " + ValueForms(forms).names.joined(separator: "|")
      case .datatype(let name, let facets):
        facets.isEmpty
          ? name
          : name + " (" + facets.map { "\($0.name) \($0.value)" }.joined(separator: ", ") + ")"
      }
    }
  }

  /// Whether a value has one of the forms.
  func admit(_ value: String) -> Bool { forms.contains { Self.admits($0, value) } }

  private static func admits(_ form: ValueForm, _ value: String) -> Bool {
    switch form {
    case .literal(let own): return own == value
    case .text: return true
    case .empty: return value.utf8.allSatisfy(WhiteSpace.isSpace)
    case .list(let forms):
      let items = ValueForms(forms)
      return value.utf8.split(whereSeparator: WhiteSpace.isSpace).allSatisfy {
        items.admit(String($0) ?? "")
      }
    case .datatype(let name, let facets):
      let parameters = facets.map { DatatypeLibrary.Parameter(name: $0.name, value: $0.value) }
      let type = try? DatatypeLibrary.datatype(
        library: DatatypeLibrary.xmlSchema.rawValue, type: name, parameters: parameters)
      return type?.admits(Array(value.utf8).span) ?? false
    }
  }
}
