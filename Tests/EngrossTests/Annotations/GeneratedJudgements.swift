import Engross

/// Judgements of a text as JSON Lines: some of what is marked is accepted, rejected or corrected, and
/// elements are added wherever they may or may not stand.
struct GeneratedJudgements {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private static let additions: [(element: String, attributes: String)] = [
    ("persName", ""), ("placeName", ""), ("orgName", ""), ("roleName", ""), ("docAuthor", ""),
    ("date", "\"when\":\"1997-05-06\""), ("date", ""),
    ("date", "\"from\":\"1997\",\"to\":\"1998\""),
    ("corr", "\"text\":\"mended\""), ("corr", "\"text\":\"\",\"type\":\"doubled-word\""),
    ("supplied", ""), ("note", ""), ("note", "\"subtype\":\"sic\""),
    ("note", "\"subtype\":\"illegible\""), ("seg", "\"type\":\"ellipsis\""),
    ("seg", "\"type\":\"enclosure\""), ("stage", "\"type\":\"delivery\""), ("pb", "\"n\":\"7\""),
    ("byline", ""), ("dateline", ""), ("head", ""), ("head", "\"type\":\"article\",\"n\":\"1\""),
    ("head", "\"type\":\"section\""), ("head", "\"type\":\"number\""), ("head", "\"type\":\"to\""),
    ("salute", "\"place\":\"opener\""), ("salute", "\"place\":\"closer\""), ("signed", ""),
    ("signed", "\"role\":\"witness\""), ("address", ""), ("fw", ""), ("closer", ""),
    ("postscript", ""), ("trailer", ""), ("speaker", ""), ("ab", "\"type\":\"recital\""),
    ("quote", ""), ("p", ""), ("item", "\"level\":\"1\",\"n\":\"(a)\""),
    ("item", "\"level\":\"3\""), ("gap", "\"desc\":\"A list\""),
    ("catRef", "\"target\":\"letter\""),
  ]

  /// Some judgements, as JSON Lines.
  ///
  /// - Parameter text: the decoded text.
  mutating func lines(of inferences: [Inference], in text: String.UnicodeScalarView) -> String {
    var lines = ""
    for inference in inferences {
      switch next(6) {
      case 0: lines += decided(inference, "reject")
      case 1: lines += decided(inference, "accept")
      case 2: lines += inference.json + "\n"
      default: break
      }
    }
    for _ in 0..<next(4) {
      guard let range = next(2) == 0 ? lineRange(text) : anyRange(text) else { continue }
      let (element, attributes) = Self.additions[next(Self.additions.count)]
      lines +=
        "{\"start\":\(range.lowerBound),\"end\":\(range.upperBound),\"element\":\"\(element)\","
        + "\"attributes\":{\(attributes)},\"resp\":\"other\"}\n"
    }
    return lines
  }

  private func decided(_ inference: Inference, _ decision: String) -> String {
    inference.json.dropLast() + ",\"decision\":\"\(decision)\"}\n"
  }

  private mutating func anyRange(_ text: String.UnicodeScalarView) -> Range<Int>? {
    if text.count < 2 { return nil }
    let start = next(text.count - 1)
    return start..<min(text.count, start + 1 + next(next(4) == 0 ? 60 : 12))
  }

  /// The content of some lines, one after the other.
  private mutating func lineRange(_ text: String.UnicodeScalarView) -> Range<Int>? {
    var lines: [Range<Int>] = []
    var first: Int?
    var last = 0
    for (index, scalar) in text.enumerated() {
      if scalar == "\n" || scalar == "\r" {
        if let first { lines.append(first..<last) }
        first = nil
      } else if scalar != " ", scalar != "\t" {
        first = first ?? index
        last = index + 1
      }
    }
    if let first { lines.append(first..<last) }
    if lines.isEmpty { return nil }
    let number = next(lines.count)
    let end = min(lines.count - 1, number + (next(3) == 0 ? next(3) : 0))
    return lines[number].lowerBound..<lines[end].upperBound
  }
}
