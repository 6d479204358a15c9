/// Checks the grammar of JSON (RFC 8259), without recursion and without building anything but a list
/// of the outermost members.
struct JSONScanner {
  private let bytes: [UInt8]
  private var index = 0

  /// The depth of brackets beyond which no honest record goes.
  private static let deepest = 512

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The members of the object that the bytes are, with nothing beside it.
  mutating func object() throws(JSONFault) -> [(key: [UInt8], value: Range<Int>)] {
    var members: [(key: [UInt8], value: Range<Int>)] = []
    skipSpace()
    guard take("{") else { throw fault("an object in braces is expected") }
    if !take("}") {
      repeat {
        let key = try key()
        let start = index
        try value()
        members.append((key, start..<index))
        skipSpace()
      } while take(",")
      guard take("}") else { throw fault("a comma or a closing brace is expected") }
    }
    if index < bytes.count { throw fault("nothing more is expected after the object") }
    return members
  }

  private mutating func key() throws(JSONFault) -> [UInt8] {
    let start = index
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      throw fault("a key in quotation marks is expected")
    }
    try string()
    let key = JSONString.decoded(bytes[start..<index])
    skipSpace()
    guard take(":") else { throw fault("a colon is expected") }
    return key
  }

  /// One value of any kind; brackets that are open are kept on a stack.
  private mutating func value() throws(JSONFault) {
    var open: [UInt8] = []
    repeat {
      guard index < bytes.count else { throw fault("it ends too early") }
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isObject = bytes[index] == UInt8(ascii: "{")
        guard open.count < Self.deepest else { throw fault("brackets are too deep") }
        index += 1
        skipSpace()
        if index < bytes.count, bytes[index] == (isObject ? 0x7D : 0x5D) {
          index += 1
        } else {
          open.append(isObject ? 0x7D : 0x5D)
          if isObject { _ = try key() }
          continue
        }
      case UInt8(ascii: "\""): try string()
      case UInt8(ascii: "-"), 0x30...0x39: try number()
      default: try literal()
      }
      // What is complete may complete what it stands in.
      while let end = open.last {
        skipSpace()
        if take(",") {
          if end == 0x7D { _ = try key() }
          break
        }
        guard index < bytes.count, bytes[index] == end else {
          throw fault("a comma or a closing bracket is expected")
        }
        index += 1
        open.removeLast()
      }
    } while !open.isEmpty
  }

  private mutating func string() throws(JSONFault) {
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return
      }
      if byte < 0x20 { throw fault("a control character stands in a string unescaped") }
      index += byte == UInt8(ascii: "\\") ? try escape() : 1
    }
    throw fault("a string has no end")
  }

  /// The length of an escape.
  private func escape() throws(JSONFault) -> Int {
    guard index + 1 < bytes.count else { throw fault("a string has no end") }
    switch bytes[index + 1] {
    case UInt8(ascii: "u"):
      let digits = bytes[min(index + 2, bytes.count)..<min(index + 6, bytes.count)]
      guard digits.count == 4, digits.allSatisfy({ JSONString.digit($0) != nil }) else {
        throw fault("four hexadecimal digits are expected after \\u")
      }
      return 6
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return 2
    default: throw fault("this escape doesn't exist")
    }
  }

  private mutating func number() throws(JSONFault) {
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    if index < bytes.count, bytes[index] == 0x30 { index += 1 } else { try digits() }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, [0x2B, 0x2D].contains(bytes[index]) { index += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    if index == start { throw fault("a digit is expected") }
  }

  private mutating func literal() throws(JSONFault) {
    for word in ["true", "false", "null"] where bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return
    }
    throw fault("a value is expected")
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
    index += 1
    skipSpace()
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private func fault(_ message: String) -> JSONFault { JSONFault(message, at: index) }
}
