/// The characters of all Unicode in few classes: those of a class are in the same sets of an
/// expression, and so lead an automaton the same way.
struct Alphabet: Sendable {
  /// How many classes there are.
  let count: Int
  /// For each set of the expression, whether it holds each class.
  let members: [[Bool]]
  private let starts: [UInt32]
  private let usesCategories: Bool
  private var classes: [UInt16] = []
  private var ascii: [UInt16] = []

  init(_ sets: [CharacterSet]) {
    var boundaries: Set<UInt32> = [0]
    var usesCategories = false
    for set in sets { set.collect(boundaries: &boundaries, usesCategories: &usesCategories) }
    starts = boundaries.sorted()
    self.usesCategories = usesCategories
    var known: [[Bool]: UInt16] = [:]
    var signatures: [[Bool]] = []
    for start in starts {
      for category in 0..<(usesCategories ? GeneralCategory.names.count : 1) {
        let signature = sets.map { $0.contains(start, category: 1 << UInt32(category)) }
        let number = known[signature] ?? UInt16(signatures.count)
        if known.updateValue(number, forKey: signature) == nil { signatures.append(signature) }
        classes.append(number)
      }
    }
    count = signatures.count
    members = sets.indices.map { set in signatures.map { $0[set] } }
    ascii = (0..<128).map { lookUp(UInt32($0)) }
  }

  /// The class of a character.
  func number(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? Int(ascii[Int(scalar)]) : Int(lookUp(scalar))
  }

  private func lookUp(_ scalar: UInt32) -> UInt16 {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= scalar { low = middle } else { high = middle }
    }
    return usesCategories
      ? classes[low * GeneralCategory.names.count + GeneralCategory.index(of: scalar)]
      : classes[low]
  }
}
