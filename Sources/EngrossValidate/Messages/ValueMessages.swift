import EngrossModel

/// Values that aren't of their form: what form it is, and the value that was probably meant.
extension Messages {
  /// - Parameter owner: what has the value, as `@when` or `"idno"`.
  func valueSentence(_ value: String, _ owner: String, _ expected: [ValueForm]) -> String {
    let forms = ValueForms(expected)
    if value.utf8.allSatisfy(WhiteSpace.isSpace) {
      return "\(owner) is empty; it takes \(forms.phrase)"
    }
    let noun = forms.noun
    let lead = "\(Prose.quoted(value)) isn't a \(noun) that \(owner) takes"
    if forms.areDates {
      let advice = DateAdvice(meaning: meaningOfDate, isRight: forms.admit)
      if let cure = advice.cure(for: value) { return "\(lead)\(cure)" }
    }
    if let cure = ValueAdvice(forms: forms).cure(for: value) {
      if !forms.literals.isEmpty { return "\(lead); did you mean \(Prose.quoted(cure))?" }
      if forms.areDates { return "\(lead); write \(cure)" }
      return "\(lead); it takes \(forms.phrase); write \(Prose.quoted(cure))"
    }
    return expected.isEmpty ? lead : "\(lead); it takes \(forms.phrase)"
  }

  /// Of an identifier that isn't a name (XML 1.0, section 3.3.1; xml:id Version 1.0).
  func identifierSentence(_ value: String, _ owner: String, _ expected: [ValueForm]) -> String {
    let forms = ValueForms(expected)
    if value.utf8.allSatisfy(WhiteSpace.isSpace) {
      return "\(owner) is empty; leave it out, or name the element"
    }
    let rule =
      if let first = value.utf8.first, (0x2D...0x39).contains(first) {
        "it starts with a letter or \"_\""
      } else {
        "it holds letters, digits, \"-\", \"_\" and \".\""
      }
    let cure =
      ValueAdvice(forms: forms).cure(for: value).map { ", as in \(Prose.quoted($0))" } ?? ""
    return "\(Prose.quoted(value)) can't be an \(owner.dropFirst()); \(rule)\(cure)"
  }
}
