/// The literals of `anyURI`: what becomes a URI reference once its characters are escaped
/// (XML Schema Part 2, 3.2.17; RFC 2396).
enum URIReference {
  static func isURI(_ literal: Span<UInt8>) -> Bool {
    var scheme: Int?
    var isScheme = true
    var hasFragment = false
    var index = 0
    while index < literal.count {
      let byte = literal[index]
      switch byte {
      case UInt8(ascii: "%"):
        guard index + 2 < literal.count, literal[index + 1].hexadecimal != nil,
          literal[index + 2].hexadecimal != nil
        else { return false }
        isScheme = false
      case UInt8(ascii: "#"):
        if hasFragment { return false }
        hasFragment = true
        // A scheme needs something behind it.
        if let colon = scheme, index == colon + 1 { return false }
        if scheme == nil { scheme = -1 }
      case UInt8(ascii: ":") where scheme == nil:
        // The first segment of a relative path has no colon.
        if !isScheme || index == 0 || index + 1 == literal.count { return false }
        scheme = index
      case UInt8(ascii: "/"), UInt8(ascii: "?"):
        if scheme == nil { scheme = -1 }
      default:
        let isLater = index > 0 && (byte.isDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E)
        if !byte.isLetter && !isLater { isScheme = false }
      }
      index += 1
    }
    return true
  }
}
