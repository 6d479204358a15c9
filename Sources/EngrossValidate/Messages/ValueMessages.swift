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
      let form = forms.literals.isEmpty && !forms.areDates ? "; it takes \(forms.phrase)" : ""
      return forms.literals.isEmpty
        ? "\(lead)\(form)\(form.isEmpty ? "; write" : ", as in") \(Prose.quoted(cure))"
        : "\(lead); did you mean \(Prose.quoted(cure))?"
    }
    return expected.isEmpty ? lead : "\(lead); it takes \(forms.phrase)"
  }
}
