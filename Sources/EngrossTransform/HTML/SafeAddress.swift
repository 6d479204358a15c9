/// A pointer of a document, as a page may link it.
enum SafeAddress {
  /// An element of the document.
  case inside(id: String)
  /// A page or address elsewhere, of a kind that runs nothing.
  case outside(String)

  /// Nil for what isn't linked: `javascript:`, `data:` and whatever else isn't known to be harmless.
  init?(_ pointer: String) {
    let first = pointer.utf8.drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    guard !first.isEmpty, first.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }) else {
      return nil
    }
    if first.first == UInt8(ascii: "#") {
      self = .inside(id: String(Substring(first.dropFirst())))
      return
    }
    // What comes before the first of these is a scheme where a colon ends it (RFC 3986, 3.1).
    let scheme = first.prefix { byte in !":/?#".utf8.contains(byte) }
    let isRelative = first[scheme.endIndex...].first != UInt8(ascii: ":")
    guard
      isRelative || ["http", "https", "mailto"].contains(String(Substring(scheme)).lowercased())
    else { return nil }
    self = .outside(String(Substring(first)))
  }
}
