import EngrossModel

/// How far the records of a file are.
struct UnitCount {
  /// What a record needs to know of its element.
  struct Origin {
    var element: String
    var id: String?
    var type: String?
    var n: String?
  }

  var number = 0
  /// The block whose text is being laid out.
  var block: Origin?
  /// The divisions that are open.
  var divisions: [Origin] = []
}

/// The records that text is cut into.
extension TextFlow {
  /// A block begins; the first of those that make a record gives it its name.
  mutating func startUnit(_ name: Int, _ attributes: borrowing EventAttributes) {
    if unit == .paragraph, units.block == nil, meanings[name].rule != .division {
      units.block = origin(name, attributes)
    }
  }

  /// A division begins, and what was laid out so far belongs to the one around it.
  mutating func startDivision(_ name: Int, _ attributes: borrowing EventAttributes) {
    guard unit == .division else { return }
    endUnit(.division)
    units.divisions.append(origin(name, attributes))
  }

  private func origin(_ name: Int, _ attributes: borrowing EventAttributes) -> UnitCount.Origin {
    UnitCount.Origin(
      element: names[name].qualified, id: value(.id, attributes), type: value(.type, attributes),
      n: value(.n, attributes))
  }

  mutating func endDivision() {
    guard unit == .division else { return }
    endUnit(.division)
    units.divisions.removeLast()
  }

  /// Makes a record of what is laid out, when units of this kind are wanted.
  mutating func endUnit(_ ending: TextUnit) {
    guard unit == ending, fragments.count == 1 else { return }
    let (bytes, _) = fragments[0].takeAll()
    let indent = fragments[0].indent
    fragments[0] = Fragment()
    fragments[0].indent = indent
    defer { units.block = nil }
    if bytes.isEmpty { return }
    units.number += 1
    let origin =
      switch ending {
      case .document: UnitCount.Origin(element: "TEI")
      case .division: units.divisions.last ?? UnitCount.Origin(element: "text")
      case .paragraph: units.block ?? UnitCount.Origin(element: "text")
      }
    write(
      TextRecord(
        unit: ending, number: units.number, element: origin.element, id: origin.id,
        type: origin.type, n: origin.n, header: header.fields, text: bytes))
  }
}
