/// Values by the keys of words, in one flat table.
///
/// A key is a hash already. `Dictionary` would hash it again, which was the costliest thing that all
/// the recognisers did: they look up every word several times.
struct WordTable<Value: Sendable>: Sendable {
  /// The keys by their place, 0 where there's none.
  fileprivate let keys: [UInt64]
  private let values: [Value?]

  init(_ entries: [UInt64: Value]) {
    var size = 8
    while size < entries.count * 3 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var values = [Value?](repeating: nil, count: size)
    for (key, value) in entries {
      var place = Self.place(key, size)
      while keys[place] != 0 { place = (place + 1) & (size - 1) }
      keys[place] = key
      values[place] = value
    }
    self.keys = keys
    self.values = values
  }

  subscript(key: UInt64) -> Value? {
    var place = Self.place(key, keys.count)
    while keys[place] != 0 {
      if keys[place] == key { return values[place] }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  func contains(_ key: UInt64) -> Bool {
    var place = Self.place(key, keys.count)
    while keys[place] != 0 {
      if keys[place] == key { return true }
      place = (place + 1) & (keys.count - 1)
    }
    return false
  }

  private static func place(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: key ^ key >> 29) & (size - 1)
  }
}

/// Some words, by their keys.
struct WordSet: Sendable {
  private let table: WordTable<Bool>

  init(_ words: some Sequence<String>) {
    self.init(keys: words.map { Token.key($0) })
  }

  init(keys: some Sequence<UInt64>) {
    table = WordTable(keys.reduce(into: [:]) { $0[$1] = true })
  }

  func contains(_ key: UInt64) -> Bool { table.contains(key) }

  var keys: [UInt64] { table.keys.filter { $0 != 0 } }
}
