/// How a page shows a document.
public enum PageView: String, Sendable, CaseIterable {
  /// To be proofread: the source beside the reading, everything that was inferred marked.
  case proof
  /// To be read: corrected, without marks, notes at the end.
  case reading
}
