/// The states after attributes by their values, which documents repeat; what comes later takes the
/// place of what came before, so it never grows.
struct ValueTable: Sendable {
  /// An attribute's step and its value.
  struct Key: Equatable, Sendable {
    private let step: UInt32
    private let count: UInt32
    private let bytes: SIMD4<UInt64>

    /// Nil for a value that is too long to be remembered.
    @inline(__always)
    init?(_ step: UInt32, _ value: Span<UInt8>) {
      if value.count > 32 { return nil }
      self.step = step
      count = UInt32(value.count)
      var bytes = SIMD4<UInt64>()
      for index in value.indices {
        bytes[index >> 3] |= UInt64(value[index]) << UInt64((index & 7) * 8)
      }
      self.bytes = bytes
    }

    @inline(__always)
    fileprivate var slot: Int {
      var hash = UInt64(step) << 32 | UInt64(count)
      for index in 0..<4 {
        hash = (hash ^ bytes[index]) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      return Int(truncatingIfNeeded: hash >> 20) & (ValueTable.size - 1)
    }
  }

  private static let size = 1 << 11
  private var keys: ContiguousArray<Key?> = []
  private var states = ContiguousArray(repeating: Pattern.notAllowed, count: size)

  init() { keys = ContiguousArray(repeating: nil, count: Self.size) }

  /// The state after a value, `notAllowed` where it's wrong; nil for unknown.
  @inline(__always)
  subscript(key: Key) -> Pattern? {
    get {
      let slot = key.slot
      return keys[slot] == key ? states[slot] : nil
    }
    set {
      let slot = key.slot
      keys[slot] = key
      states[slot] = newValue ?? .notAllowed
    }
  }
}
