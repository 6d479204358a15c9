import EngrossModel

/// Checks that identifiers stand once and that pointers lead to one (TEI Guidelines, SA, Linking).
struct IdentifierCheck {
  private struct Pointer {
    let fragment: String
    let offset: Int
    let attribute: String
    let inset: Int
  }

  private var identifiers: [String: Int] = [:]
  private var pointers: [Pointer] = []
  private(set) var outward: [OutwardPointer] = []
  private(set) var duplicates: [CheckFinding] = []

  /// Takes an identifier of an element whose `<` is at an offset.
  mutating func identifier(_ value: String, at offset: Int) {
    let first = identifiers[value]
    if first == nil { identifiers[value] = offset }
    guard let first else { return }
    duplicates.append(
      CheckFinding(
        kind: "duplicate-id",
        message: "the xml:id \"\(value)\" stands on an earlier element too; each needs its own",
        offset: offset, attribute: "xml:id",
        related: (first, "xml:id", "\"\(value)\" stands here first")))
  }

  /// Takes the value of an attribute that holds pointers.
  mutating func value(_ bytes: ArraySlice<UInt8>, of attribute: String, at offset: Int) {
    let hash = UInt8(ascii: "#")
    guard bytes.contains(hash) else { return }
    for word in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 9 }) {
      guard let mark = word.firstIndex(of: hash) else { continue }
      let fragment = Address.decoded(word[(mark + 1)...])
      // A pointer with a scheme, as in "#xpath(//p)", is no identifier.
      if fragment.isEmpty || fragment.contains("(") { continue }
      let inset = word.startIndex - bytes.startIndex
      if mark == word.startIndex {
        pointers.append(
          Pointer(fragment: fragment, offset: offset, attribute: attribute, inset: inset))
      } else {
        outward.append(
          OutwardPointer(
            address: String(decoding: word[..<mark], as: UTF8.self), fragment: fragment,
            offset: offset, attribute: attribute, inset: inset))
      }
    }
  }

  /// The pointers that lead nowhere, once all identifiers are known; of those that lead to one
  /// missing place, the first.
  func dangling() -> [CheckFinding] {
    var first: [Pointer] = []
    var counts: [String: Int] = [:]
    for pointer in pointers where identifiers[pointer.fragment] == nil {
      counts[pointer.fragment, default: 0] += 1
      if counts[pointer.fragment] == 1 { first.append(pointer) }
    }
    if first.isEmpty { return [] }
    // The nearest name takes a look at each, so it's sought a few times only.
    let spelling = Spelling(words: identifiers.count > 2_000 ? [] : identifiers.keys.sorted())
    return first.enumerated().map { index, pointer in
      let near = index < 20 ? spelling.nearest(to: pointer.fragment) : nil
      let count = counts[pointer.fragment]!
      return CheckFinding(
        kind: "dangling-pointer",
        message: "\"#\(pointer.fragment)\" points at an xml:id that no element here has"
          + (count == 1 ? "" : ", \(count) times")
          + (near.map { "; did you mean \"#\($0)\"?" } ?? ""),
        offset: pointer.offset, attribute: pointer.attribute, inset: pointer.inset)
    }
  }
}
