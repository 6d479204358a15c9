import EngrossModel

/// Cuts a schema in the compact syntax into tokens (RELAX NG Compact Syntax, 2 and 3).
struct CompactScanner {
  /// A line's end, as no character that a schema may hold: an escaped one is no end of a line.
  private static let newline: UInt32 = 0

  private let scalars: [UInt32]
  /// For each character how many the file has in its place: an escape is several.
  private let widths: [UInt32: Int]
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) throws(SchemaError) {
    let text = try Self.decode(bytes)
    var characters = CompactCharacters(text)
    try characters.read()
    scalars = characters.scalars
    widths = characters.widths
  }

  /// The next token.
  mutating func next() throws(SchemaError) -> CompactToken {
    try skipSpace()
    let start = position
    guard let scalar = peek() else { return CompactToken(kind: .end, position: start) }
    let kind = try kind(scalar, start)
    return CompactToken(kind: kind, position: start)
  }

  private mutating func kind(
    _ scalar: UInt32, _ start: Position
  ) throws(SchemaError) -> CompactToken.Kind {
    switch Unicode.Scalar(scalar) {
    case "#": return .documentation(documentation())
    case "\"", "'": return .literal(try literal(scalar, start))
    case "\\":
      advance()
      guard let name = name() else {
        throw SchemaError("\"\\\" is followed by no name", at: start)
      }
      return .quotedIdentifier(name)
    case "|", "&":
      advance()
      if peek() == 0x3D {
        advance()
        return .symbol(scalar == 0x7C ? "|=" : "&=")
      }
      return .symbol(scalar == 0x7C ? "|" : "&")
    case ">" where peek(1) == 0x3E:
      advance()
      advance()
      return .symbol(">>")
    case .some(let symbol) where "=,?*+-~(){}[]".unicodeScalars.contains(symbol):
      advance()
      return .symbol(String(symbol))
    default: return try named(start)
    }
  }

  private mutating func named(_ start: Position) throws(SchemaError) -> CompactToken.Kind {
    guard let first = name() else {
      throw SchemaError("\(Self.quoted(scalars[index])) has no meaning here", at: start)
    }
    guard peek() == 0x3A else { return .identifier(first) }
    if peek(1) == 0x2A {
      advance()
      advance()
      return .prefixedWildcard(first)
    }
    advance()
    guard let local = name() else {
      throw SchemaError("the prefix \"\(first)\" is followed by no name", at: start)
    }
    return .prefixedName(first, local)
  }

  /// An `NCName` at this place.
  private mutating func name() -> String? {
    guard let first = peek(), first != 0x3A, XMLName.isStart(first) else { return nil }
    var name = ""
    while let scalar = peek(), scalar != 0x3A, XMLName.isPart(scalar) {
      name.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      advance()
    }
    return name
  }

  private mutating func skipSpace() throws(SchemaError) {
    while let scalar = peek() {
      if scalar == Self.newline || scalar == 0x20 || scalar == 0x09 || scalar == 0x0A {
        advance()
      } else if scalar == 0x23, peek(1) != 0x23 {
        while let scalar = peek(), scalar != Self.newline { advance() }
      } else {
        return
      }
    }
  }

  private mutating func documentation() -> String {
    var text = ""
    while peek() == 0x23, peek(1) == 0x23 {
      while peek() == 0x23 { advance() }
      if peek() == 0x20 { advance() }
      if !text.isEmpty { text += "\n" }
      while let scalar = peek(), scalar != Self.newline { take(scalar, into: &text) }
      advance()
      while peek() == 0x20 || peek() == 0x09 { advance() }
    }
    return text
  }

  private mutating func literal(
    _ quote: UInt32, _ start: Position
  ) throws(SchemaError) -> String {
    let isTriple = peek(1) == quote && peek(2) == quote
    for _ in 0..<(isTriple ? 3 : 1) { advance() }
    var text = ""
    while let scalar = peek() {
      if scalar == quote, !isTriple || peek(1) == quote && peek(2) == quote {
        for _ in 0..<(isTriple ? 3 : 1) { advance() }
        return text
      }
      if scalar == Self.newline, !isTriple { break }
      take(scalar, into: &text)
    }
    throw SchemaError(
      "a literal isn't closed on its line; one of several lines stands between three quotes",
      at: start)
  }

  private mutating func take(_ scalar: UInt32, into text: inout String) {
    text.unicodeScalars.append(
      scalar == Self.newline ? "\n" : Unicode.Scalar(scalar) ?? "\u{FFFD}")
    advance()
  }

  private func peek(_ ahead: Int = 0) -> UInt32? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  private var position: Position { Position(line: line, column: column) }

  private mutating func advance() {
    guard index < scalars.count else { return }
    if scalars[index] == Self.newline {
      line += 1
      column = 1
    } else {
      column += widths[UInt32(index)] ?? 1
    }
    index += 1
  }

  private static func quoted(_ scalar: UInt32) -> String {
    scalar < 0x20 || scalar == 0x7F
      ? "a control character" : "\"\(Unicode.Scalar(scalar).map(String.init) ?? "")\""
  }

  /// The text of a schema file: UTF-8, or UTF-16 where a byte-order mark says so.
  private static func decode(_ bytes: [UInt8]) throws(SchemaError) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      let high = bytes[0] == 0xFE ? 0 : 1
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
      }
      return String(decoding: units, as: UTF16.self)
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let decoded = String(validating: text, as: UTF8.self) else {
      throw SchemaError("the schema isn't UTF-8, nor UTF-16 with a byte-order mark")
    }
    return decoded
  }
}
