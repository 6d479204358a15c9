/// Facts about a document that its text can't say; all optional.
public struct Metadata: Sendable, Hashable {
  /// Makes metadata that says nothing.
  public init() {}
}
