import EngrossEncode

/// One thing that the encoder says of a text: what some bytes are, how sure it is, and why.
///
/// Offsets count from 0 in the text as UTF-8; the source's own bytes are the same where it is UTF-8.
public struct Inference: Sendable, Hashable {
  /// How sure the encoder is: TEI's `@cert`.
  public enum Certainty: String, Sendable {
    /// Sure enough to be left unread.
    case high
    /// Probable.
    case medium
    /// Little more than a guess.
    case low
  }

  /// An attribute of the element.
  public struct Attribute: Sendable, Hashable {
    /// The attribute's name.
    public let name: String
    /// Its value.
    public let value: String
  }

  /// The TEI element that the bytes become, such as `persName`.
  public let element: String
  /// What the element says more: the date's value, the list's level.
  public let attributes: [Attribute]
  /// The bytes, half open.
  public let bytes: Range<Int>
  /// The same range, counted in code points.
  public let codePoints: Range<Int>
  /// Where the range starts.
  public let position: Position
  /// The words themselves.
  public let text: String
  /// How sure the encoder is.
  public let certainty: Certainty
  /// Who answers for it: `engross`, or the name of whoever accepted, corrected or added it.
  public let responsible: String
  /// The rule that found it, such as `signatory`.
  public let rule: String
  /// Why, in a few words.
  public let evidence: String
}

extension Inference {
  /// The inferences from a text's annotations, in the order of the text, outer before inner; line
  /// breaks and plain paragraphs, which nobody doubts, are left out.
  static func list(_ judged: Judged, in text: TokenisedText) -> [Inference] {
    let told = judged.annotations.enumerated().filter { !$0.element.mark.isUndoubted }
      .sorted {
        let (left, right) = ($0.element.range, $1.element.range)
        return (left.lowerBound, -left.upperBound, $0.offset)
          < (right.lowerBound, -right.upperBound, $1.offset)
      }
    let places = Places(
      told.flatMap { [$0.element.range.lowerBound, $0.element.range.upperBound] }, in: text.bytes)
    return told.map { _, annotation in
      let element = annotation.mark.element
      let start = places[annotation.range.lowerBound]
      return Inference(
        element: element.name,
        attributes: element.attributes.map { Attribute(name: $0.name, value: $0.value) },
        bytes: annotation.range,
        codePoints: start.codePoint..<places[annotation.range.upperBound].codePoint,
        position: Position(line: start.line, column: start.column),
        text: text.characters(annotation.range),
        certainty: Certainty(rawValue: annotation.certainty.rawValue) ?? .low,
        responsible: annotation.annotator.map { judged.annotators[$0].name } ?? "engross",
        rule: annotation.rule, evidence: annotation.evidence)
    }
  }
}

/// Lines, columns and code points of some offsets, counted in one pass over the text.
private struct Places {
  struct Place {
    var line = 1
    var column = 1
    var codePoint = 0
  }

  private var places: [Int: Place] = [:]

  init(_ offsets: [Int], in bytes: [UInt8]) {
    var place = Place()
    var index = 0
    for offset in Set(offsets).sorted() {
      while index < offset {
        let byte = bytes[index]
        index += 1
        let isBreak = byte == 0x0A || byte == 0x0D && (index == bytes.count || bytes[index] != 0x0A)
        if byte & 0xC0 != 0x80 {
          place.codePoint += 1
          place.column += 1
        }
        if isBreak {
          place.line += 1
          place.column = 1
        }
      }
      places[offset] = place
    }
  }

  subscript(offset: Int) -> Place { places[offset] ?? Place() }
}
