/// Finds what someone probably meant to write.
struct Spelling {
  /// What could have been meant, the likeliest first.
  let words: [String]

  /// The word nearest to one that isn't known, of several the first; nil when none is near.
  func nearest(to word: String) -> String? { indexOfNearest(to: word).map { words[$0] } }

  /// The index of the nearest word.
  func indexOfNearest(to word: String) -> Int? {
    let unknown = Array(word.utf8)
    // Any letter is near to any other.
    var best = unknown.count == 1 ? 1 : max(1, unknown.count / 3) + 1
    var found: Int?
    for (index, word) in words.enumerated() where abs(word.utf8.count - unknown.count) < best {
      let distance = Self.distance(unknown, Array(word.utf8))
      if distance < best { (best, found) = (distance, index) }
    }
    return found
  }

  /// How many letters to insert, delete, exchange or swap with a neighbour (Damerau); a letter's
  /// case alone counts as nothing, so that "placename" is nearest to "placeName".
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        let isEqual = lower(left[row]) == lower(right[column])
        var cost = min(
          last[column] + (isEqual ? 0 : 1), last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, lower(left[row]) == lower(right[column - 1]),
          lower(left[row - 1]) == lower(right[column])
        {
          cost = min(cost, before[column - 1] + 1)
        }
        next.append(cost)
      }
      before = last
      last = next
    }
    return last[right.count]
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}
