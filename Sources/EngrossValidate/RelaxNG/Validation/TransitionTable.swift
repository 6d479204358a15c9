/// Numbers by pairs of numbers: open addressing, as it's asked once or twice an element.
struct TransitionTable: Sendable {
  private var keys: ContiguousArray<UInt64>
  private var values: ContiguousArray<UInt32>
  private var count = 0

  init() {
    keys = ContiguousArray(repeating: .max, count: 1 << 10)
    values = ContiguousArray(repeating: 0, count: 1 << 10)
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    // The golden ratio spreads neighbouring numbers.
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 33) & (size - 1)
  }

  @inline(__always)
  subscript(first: UInt32, second: UInt32) -> UInt32? {
    let key = UInt64(first) << 32 | UInt64(second)
    var slot = Self.slot(key, keys.count)
    while true {
      let found = keys[slot]
      if found == key { return values[slot] }
      if found == .max { return nil }
      slot = (slot + 1) & (keys.count - 1)
    }
  }

  mutating func add(_ first: UInt32, _ second: UInt32, _ value: UInt32) {
    if count * 2 > keys.count { grow() }
    insert(UInt64(first) << 32 | UInt64(second), value)
    count += 1
  }

  private mutating func insert(_ key: UInt64, _ value: UInt32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    values[slot] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = ContiguousArray(repeating: .max, count: oldKeys.count * 2)
    values = ContiguousArray(repeating: 0, count: oldKeys.count * 2)
    for (key, value) in zip(oldKeys, oldValues) where key != .max { insert(key, value) }
  }
}
