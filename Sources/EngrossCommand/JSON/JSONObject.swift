import EngrossModel

/// One JSON object on one line (RFC 8259, JSON Lines), checked whole; values are read when asked for.
struct JSONObject {
  /// The bytes that it was read from.
  private let bytes: [UInt8]
  private var members: [(key: [UInt8], value: Range<Int>)] = []

  /// Checks a line.
  init(_ bytes: [UInt8]) throws(JSONFault) {
    self.bytes = bytes
    var scanner = JSONScanner(bytes)
    members = try scanner.object()
    // Few keys are compared with each other quicker than put into a set.
    let isDoubled =
      members.count > 32
      ? Set(members.map(\.key)).count < members.count
      : members.indices.contains { index in
        members[..<index].contains { $0.key == members[index].key }
      }
    if isDoubled { throw JSONFault("a key stands twice in it", at: 0) }
    // Half a character in a value that nobody asks for is still no JSON.
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONFault("it isn't UTF-8", at: 0)
    }
  }

  /// The bytes of a value as they stand; nil when the key is missing.
  func value(_ key: String) -> ArraySlice<UInt8>? {
    members.first { $0.key.elementsEqual(key.utf8) }.map { bytes[$0.value] }
  }

  /// The value of a string as generalised UTF-8; nil when the key is missing or has another value.
  func string(_ key: String) -> [UInt8]? {
    guard let value = value(key), value.first == UInt8(ascii: "\"") else { return nil }
    return JSONString.decoded(value)
  }

  /// A whole number; nil when the key is missing or has another value.
  func number(_ key: String) -> Int? {
    value(key).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }
}

/// Why bytes aren't a JSON object.
struct JSONFault: Error, Equatable {
  /// One sentence without a full stop.
  let message: String
  /// The byte where it shows, from 0.
  let offset: Int

  init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}
