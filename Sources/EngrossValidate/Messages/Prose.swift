import EngrossModel

/// Turns names and values into parts of sentences.
enum Prose {
  /// How many names a sentence has room for; one more is as short as to say that there's one more.
  static let most = 5

  static func quoted(_ name: Name) -> String { "\"\(name.written)\"" }

  /// A value in quotation marks, cut when it's long.
  static func quoted(_ value: String) -> String {
    value.count > 60 ? "\"\(value.prefix(57))…\"" : "\"\(value)\""
  }

  /// Words as alternatives: `a`, `a or b`, `a, b or c`.
  static func alternatives(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
  }

  /// Elements, the five likeliest first and how many more there are; as a TEI class where they are
  /// just its members.
  static func elements(_ names: [Name], in index: GrammarIndex) -> String {
    let likely = Usage.likeliest(names).map(quoted)
    if names.count <= most + 1 { return alternatives(likely) }
    if let whole = index.wholeClass(of: names) {
      return "an element of \(whole.name), such as " + alternatives(Array(likely.prefix(3)))
    }
    return likely.prefix(most).joined(separator: ", ") + " or one of \(names.count - most) others"
  }

  /// Attributes, five at most.
  static func attributes(_ names: [Name]) -> String {
    let words = names.map { "@" + $0.written }
    if words.count <= most + 1 { return alternatives(words) }
    return words.prefix(most).joined(separator: ", ") + " or one of \(words.count - most) others"
  }

  /// Values in quotation marks, five at most.
  static func values(_ values: [String]) -> String {
    let words = values.map { quoted($0) }
    if words.count <= most + 1 { return alternatives(words) }
    return words.prefix(most).joined(separator: ", ") + " or one of \(words.count - most) others"
  }
}
