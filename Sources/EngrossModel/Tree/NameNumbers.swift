/// The numbers that names have in one document, by how they're spelt.
///
/// The first names, which an encoder uses again and again, stand in one flat table: `Dictionary`
/// would hash each name of each element with SipHash, which was a tenth of the time of writing a tree.
/// The rest stand in a dictionary, whose hashes nobody can make collide.
struct NameNumbers {
  /// What a name is the name of; an element and an attribute may be spelt alike.
  enum Kind: UInt8 {
    case element, attribute
  }

  private struct Key: Hashable {
    let kind: Kind
    let spelling: String
  }

  private static let size = 128
  private var first: [(key: Key, number: UInt32)] = []
  /// For each place of the table the number of its name plus one, 0 for none.
  private var places = [UInt8](repeating: 0, count: size)
  private var rest: [Key: UInt32] = [:]

  /// The number of a name; nil for one that is new.
  subscript(kind: Kind, spelling: String) -> UInt32? {
    var place = Self.place(kind, spelling)
    while places[place] != 0 {
      let (key, number) = first[Int(places[place]) - 1]
      if key.kind == kind, key.spelling == spelling { return number }
      place = (place + 1) & (Self.size - 1)
    }
    return rest.isEmpty ? nil : rest[Key(kind: kind, spelling: spelling)]
  }

  /// Gives a new name a number.
  mutating func insert(_ kind: Kind, _ spelling: String, number: UInt32) {
    let key = Key(kind: kind, spelling: spelling)
    guard first.count < Self.size / 2 else {
      rest[key] = number
      return
    }
    first.append((key, number))
    var place = Self.place(kind, spelling)
    while places[place] != 0 { place = (place + 1) & (Self.size - 1) }
    places[place] = UInt8(first.count)
  }

  /// FNV-1a of the spelling's bytes, folded to the table's size.
  private static func place(_ kind: Kind, _ spelling: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(kind.rawValue)
    var spelling = spelling
    // Safe: the pointer doesn't leave the closure. Measured: a string's own iterator takes twice as long.
    spelling.withUTF8 { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
    return Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
  }
}
