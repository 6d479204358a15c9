/// The strings of a schema, each stored once: equal strings have equal numbers, and "" has 0.
struct SchemaStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: ContiguousArray<Int> = []
  /// For each string the number of what is left without the white space around it.
  private var trimmed: ContiguousArray<UInt32> = []
  /// Numbers of strings plus one by their hash, 0 for none; always a power of two.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1 << 10)

  init() { _ = number(of: [UInt8]().span) }

  /// The string that a number stands for.
  subscript(number: UInt32) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  /// What a use of a string's bytes gives.
  func withBytes<Result>(of number: UInt32, _ use: (Span<UInt8>) -> Result) -> Result {
    let range = range(number)
    return use(bytes.span.extracting(range))
  }

  /// The string without the white space around it (RELAX NG specification, section 4.2).
  func trimmed(_ number: UInt32) -> UInt32 { trimmed[Int(number)] }

  mutating func number(of string: String) -> UInt32 {
    let utf8 = Array(string.utf8)
    return number(of: utf8.span)
  }

  mutating func number(of string: Span<UInt8>) -> UInt32 {
    var slot = Self.hash(string) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if isEqual(number, string) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(ends.count)
    slots[slot] = number + 1
    for index in string.indices { bytes.append(string[index]) }
    ends.append(bytes.count)
    trimmed.append(number)
    if ends.count * 2 > slots.count { grow() }
    trim(number, string)
    return number
  }

  private mutating func trim(_ number: UInt32, _ string: Span<UInt8>) {
    var (start, end) = (0, string.count)
    while start < end, WhiteSpace.isSpace(string[start]) { start += 1 }
    while start < end, WhiteSpace.isSpace(string[end - 1]) { end -= 1 }
    if end - start == string.count { return }
    let inner = self.number(of: string.extracting(start..<end))
    trimmed[Int(number)] = inner
  }

  private func range(_ number: UInt32) -> Range<Int> {
    (number == 0 ? 0 : ends[Int(number) - 1])..<ends[Int(number)]
  }

  private func isEqual(_ number: UInt32, _ string: Span<UInt8>) -> Bool {
    let range = range(number)
    if range.count != string.count { return false }
    for index in string.indices where bytes[range.lowerBound + index] != string[index] {
      return false
    }
    return true
  }

  private static func hash(_ string: Span<UInt8>) -> Int {
    // FNV-1a, whose upper bits are the better ones.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in string.indices { hash = (hash ^ UInt64(string[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for number in ends.indices {
      let hash = withBytes(of: UInt32(number)) { Self.hash($0) }
      var slot = hash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
