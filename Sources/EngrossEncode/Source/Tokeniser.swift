import EngrossModel

/// Cuts a text into lines and tokens, in one pass.
///
/// White space is XML's: space, tab, CR, LF (XML 1.0, section 2.3). A line ends at LF, at CR LF or
/// at a lone CR.
struct Tokeniser {
  private let classes = ByteClass.table
  private var tokens: ContiguousArray<Token> = []
  private var lines: ContiguousArray<Line> = []

  static func tokenise(
    _ bytes: [UInt8]
  ) -> (tokens: ContiguousArray<Token>, lines: ContiguousArray<Line>) {
    var tokeniser = Tokeniser()
    tokeniser.tokens.reserveCapacity(bytes.count / 5)
    tokeniser.lines.reserveCapacity(bytes.count / 80)
    // Safe: the pointer doesn't leave the closure. Measured: the bulk loop of the encoder.
    bytes.withUnsafeBufferPointer { tokeniser.scan($0) }
    return (tokeniser.tokens, tokeniser.lines)
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
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
        index = token(bytes, at: index)
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
  private mutating func token(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var index = start
    var key = Token.offsetBasis
    var census = CaseCensus()
    while index < bytes.count {
      let byte = bytes[index]
      let type = classes[Int(byte)]
      if type == .letterContinuation {
        guard let length = letter(bytes, at: index, &census) else { break }
        for byte in bytes[index..<index + length] { key = Token.step(key, byte) }
        index += length
        continue
      }
      guard
        type == .lower || type == .upper || type == .digit
          || (type == .apostrophe && index > start && index + 1 < bytes.count
            && classes[Int(bytes[index + 1])].isLetter)
      else { break }
      census.add(type)
      key = Token.step(key, Token.lowercased(byte))
      index += 1
    }
    var kind = census.kind
    if index == start {
      index += UTF8Scanner.scalar(in: bytes, at: start)?.length ?? 1
      for byte in bytes[start..<index] { key = Token.step(key, byte) }
      kind = .mark
    }
    tokens.append(Token(kind: kind, start: UInt32(start), end: UInt32(index), key: key))
    return index
  }

  /// The length of a letter outside ASCII, nil when the character is none.
  private func letter(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ census: inout CaseCensus
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
    census.add(properties.isUppercase ? .upper : .lower)
    return length
  }
}

/// Which letters and digits a token has.
private struct CaseCensus {
  private var lower = 0
  private var upper = 0
  private var digits = 0
  private var startsUpper = false

  var isEmpty: Bool { lower + upper + digits == 0 }

  mutating func add(_ type: ByteClass) {
    switch type {
    case .lower: lower += 1
    case .upper:
      if isEmpty { startsUpper = true }
      upper += 1
    case .digit: digits += 1
    default: break
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
