/// The character encodings in which plain texts arrive, named as IANA registers them.
public enum SourceEncoding: String, Sendable, CaseIterable {
  /// UTF-8; surrogates coded one by one, as CESU-8 does, are kept apart (RFC 3629).
  case utf8 = "utf-8"
  /// UTF-16, the low byte first (RFC 2781).
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, the high byte first (RFC 2781).
  case utf16BigEndian = "utf-16be"
  /// Windows' Western European code page; five bytes are undefined in it.
  case windows1252 = "windows-1252"
  /// ISO 8859-1, the bytes 0x80 to 0x9F being control characters; every byte is defined.
  case latin1 = "iso-8859-1"
}

/// Bytes that no rule decodes.
public struct DecodingError: Error, Sendable, Hashable {
  /// The first byte that can't be decoded, counted from 0.
  public let offset: Int
  /// What stands there, in one sentence without a full stop.
  public let message: String
}
