import EngrossModel

/// The value that was probably meant, by small changes that make it right.
struct ValueAdvice {
  let forms: ValueForms

  /// A value that is right and near to a wrong one; nil when none is found.
  func cure(for value: String) -> String? {
    let trimmed = String(value.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if let near = Spelling(words: forms.literals).nearest(to: trimmed) { return near }
    return candidates(for: trimmed).first { $0 != value && forms.admit($0) }
  }

  private func candidates(for value: String) -> [String] {
    var all = [value]
    switch value.lowercased() {
    case "yes", "y", "1": all.append("true")
    case "no", "n", "0": all.append("false")
    default: break
    }
    all.append(value.replacing(",", with: "."))
    all.append(number(value))
    all.append(value.replacing(" ", with: "_"))
    all.append(value.replacing(" ", with: "%20"))
    all.append(value.replacing("_", with: "-"))
    all.append(name(value))
    return all
  }

  /// The digits that a value starts with.
  private func number(_ value: String) -> String {
    String(value.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
  }

  /// A name of the value's letters, with `_` for what no name may hold.
  private func name(_ value: String) -> String {
    var name = ""
    for character in value {
      let isName = XMLName.isNCName(Array(("_" + String(character)).utf8).span)
      name.append(isName ? character : "_")
    }
    return XMLName.isNCName(Array(name.utf8).span) ? name : "_" + name
  }
}
