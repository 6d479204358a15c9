/// Facts about a document that its text can't say; all optional.
public struct Metadata: Sendable, Hashable {
  /// Makes metadata that says nothing.
  public init() {}
}

/// The encodings of source texts.
public enum SourceEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case windows1252 = "windows-1252"
  case latin1 = "iso-8859-1"
}
