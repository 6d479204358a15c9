/// What is checked of a TEI document beyond its grammar, for any schema; findings are warnings.
public enum Check: String, Sendable, CaseIterable {
  /// Each `xml:id` stands once.
  case ids
  /// Each pointer to an `xml:id`, in this document or another of the same call, has its target.
  case pointers
  /// The earlier date comes first, and `@when` says what the date's words say.
  case dates
}
