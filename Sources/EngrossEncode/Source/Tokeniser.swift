import EngrossModel

/// Cuts a text into lines and tokens, in one pass.
///
/// White space is XML's: space, tab, CR, LF (XML 1.0, section 2.3). A line ends at LF, at CR LF or
/// at a lone CR.
struct Tokeniser {
  private var tokens: ContiguousArray<Token> = []
  private var lines: ContiguousArray<Line> = []
  private let words = WordClasses.table

  static func tokenise(
    _ bytes: [UInt8]
  ) -> (tokens: ContiguousArray<Token>, lines: ContiguousArray<Line>) {
    var tokeniser = Tokeniser()
    tokeniser.tokens.reserveCapacity(bytes.count / 4)
    tokeniser.lines.reserveCapacity(bytes.count / 60)
    // Safe: the pointers don't leave the closures. Measured: the bulk loop of the encoder.
    bytes.withUnsafeBufferPointer { bytes in
      ByteClass.table.withUnsafeBufferPointer { tokeniser.scan(bytes, $0) }
    }
    return (tokeniser.tokens, tokeniser.lines)
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<ByteClass>
  ) {
    var index = 0
    while index < bytes.count {
      let start = index
      let firstToken = tokens.count
      var content = start..<start
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
        if bytes[index] == 0x20 || bytes[index] == 0x09 {
          index += 1
          continue
        }
        let tokenStart = index
        index = token(bytes, at: index, classes)
        content = (content.isEmpty ? tokenStart : content.lowerBound)..<index
      }
      if index < bytes.count {
        index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
      }
      lines.append(
        Line(content: content, whole: start..<index, tokens: firstToken..<tokens.count))
    }
  }

  /// Adds the token at an index and gives the index after it.
  private mutating func token(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ classes: UnsafeBufferPointer<ByteClass>
  ) -> Int {
    var index = start
    var key = Token.offsetBasis
    var census = CaseCensus()
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch classes[Int(byte)] {
      case .lower:
        census.lower += 1
        key = Token.step(key, byte)
      case .upper:
        if census.isEmpty { census.startsUpper = true }
        census.upper += 1
        key = Token.step(key, byte | 0x20)
      case .digit:
        census.digits += 1
        key = Token.step(key, byte)
      case .apostrophe:
        guard index > start, index + 1 < bytes.count, classes[Int(bytes[index + 1])].isLetter else {
          break scan
        }
        key = Token.step(key, byte)
      case .letterContinuation:
        guard let length = letter(bytes, at: index, &census, classes) else { break scan }
        for byte in bytes[index..<index + length] { key = Token.step(key, byte) }
        index += length - 1
      case .other: break scan
      }
      index += 1
    }
    var kind = census.kind
    if index == start {
      index += bytes[start] < 0x80 ? 1 : UTF8Scanner.scalar(in: bytes, at: start)?.length ?? 1
      for byte in bytes[start..<index] { key = Token.step(key, byte) }
      kind = .mark
    }
    tokens.append(
      Token(
        kind: kind, start: UInt32(start), end: UInt32(index), classes: words[key] ?? [],
        key: key))
    return index
  }

  /// The length of a letter outside ASCII, nil when the character is none.
  private func letter(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ census: inout CaseCensus,
    _ classes: UnsafeBufferPointer<ByteClass>
  ) -> Int? {
    guard let (length, value) = UTF8Scanner.scalar(in: bytes, at: index) else { return nil }
    // The punctuation and symbols of Latin-1, the general punctuation and the spaces of Unicode.
    if value < 0xC0 && value != 0xAA && value != 0xB5 && value != 0xBA { return nil }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    if value == 0x2019 {
      return !census.isEmpty && index + length < bytes.count
        && classes[Int(bytes[index + length])].isLetter ? length : nil
    }
    let properties = scalar.properties
    guard properties.isAlphabetic else { return nil }
    census.addLetter(isUpper: properties.isUppercase)
    return length
  }
}

/// Which letters and digits a token has.
private struct CaseCensus {
  var lower = 0
  var upper = 0
  var digits = 0
  var startsUpper = false

  var isEmpty: Bool { lower + upper + digits == 0 }

  mutating func addLetter(isUpper: Bool) {
    if isUpper {
      if isEmpty { startsUpper = true }
      upper += 1
    } else {
      lower += 1
    }
  }

  var kind: Token.Kind {
    if digits > 0 { return lower + upper == 0 ? .number : .mixed }
    if upper > 0, lower == 0 { return .capitals }
    return startsUpper ? .capitalised : .word
  }
}

/// What a byte can be in a token.
enum ByteClass: UInt8 {
  case other, lower, upper, digit, apostrophe, letterContinuation

  var isLetter: Bool { self == .lower || self == .upper || self == .letterContinuation }

  static let table: [ByteClass] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x61...0x7A: .lower
    case 0x41...0x5A: .upper
    case 0x30...0x39: .digit
    case 0x27: .apostrophe
    case 0x80...0xFF: .letterContinuation
    default: .other
    }
  }
}
