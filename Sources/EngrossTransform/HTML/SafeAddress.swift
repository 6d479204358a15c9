/// A pointer of a document, as a page may link it.
enum SafeAddress {
  /// An element of the document.
  case inside(id: String)
  /// A page or address elsewhere, of a kind that runs nothing.
  case outside(String)

  /// Nil for what isn't linked: `javascript:`, `data:` and whatever else isn't known to be harmless.
  init?(_ pointer: String) {
    let first = pointer.split(separator: " ").first.map(String.init) ?? ""
    guard !first.isEmpty, first.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C }) else {
      return nil
    }
    if first.hasPrefix("#") {
      self = .inside(id: String(first.dropFirst()))
      return
    }
    // What comes before the first of these is a scheme where a colon ends it (RFC 3986, 3.1).
    let scheme = first.prefix { !":/?#".contains($0) }
    let isRelative = !first.dropFirst(scheme.count).hasPrefix(":")
    guard isRelative || ["http", "https", "mailto"].contains(scheme.lowercased()) else {
      return nil
    }
    self = .outside(first)
  }
}
