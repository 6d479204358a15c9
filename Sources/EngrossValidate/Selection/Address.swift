/// An address of a schema or an included file: a path, or a URI (RFC 3986).
struct Address: Hashable, Sendable {
  /// As written.
  let text: String

  init(_ text: String) { self.text = text }

  /// Whether it has a scheme of its own that isn't `file`.
  var isRemote: Bool {
    guard let scheme else { return false }
    return scheme != "file"
  }

  /// The path that a local address means, seen from a file.
  func path(from file: String?) -> String {
    if scheme == "file" {
      var rest = text.dropFirst(5)
      if rest.hasPrefix("//") {
        rest = rest.dropFirst(2)
        rest = rest.drop { $0 != "/" }
      }
      return Self.decoded(rest.utf8)
    }
    let path = Self.decoded(text.utf8)
    guard !path.hasPrefix("/"), let file, let slash = file.lastIndex(of: "/") else { return path }
    return String(file[...slash]) + path
  }

  private var scheme: String? {
    guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else { return nil }
    let scheme = text[..<colon]
    // A letter, then letters, digits, "+", "-" and "."; one letter is a drive, not a scheme.
    guard scheme.count > 1, scheme.first!.isLetter,
      scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
    else { return nil }
    return scheme.lowercased()
  }

  /// Percent-encoding read; what isn't such stays.
  static func decoded(_ text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), value != 0
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path without `.` and without `NAME/..`, as far as text alone can tell.
  static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
