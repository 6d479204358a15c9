/// One signature while its lines are read.
struct SignatureLines {
  /// What a line below the name holds.
  enum Part {
    case role(Range<Int>)
    case organisation(Range<Int>)
  }

  private var lines: ClosedRange<Int>
  private let name: Range<Int>
  private let certainty: Annotation.Certainty
  private let because: String
  private var roles: [Range<Int>]
  private var organisations: [Range<Int>] = []

  init(
    line: Int, name: Range<Int>, certainty: Annotation.Certainty, because: String,
    role: Range<Int>? = nil
  ) {
    lines = line...line
    self.name = name
    self.certainty = certainty
    self.because = because
    roles = role.map { [$0] } ?? []
  }

  mutating func add(_ line: Int, _ part: Part) {
    lines = lines.lowerBound...line
    switch part {
    case .role(let range): roles.append(range)
    case .organisation(let range): organisations.append(range)
    }
  }

  func annotations(_ text: TokenisedText) -> [Annotation] {
    func annotation(_ range: Range<Int>, _ mark: Mark) -> Annotation {
      Annotation(range, mark, certainty, rule: "signatory", because: because)
    }
    let range =
      text.lines[lines.lowerBound].content
      .lowerBound..<text.lines[lines.upperBound].content.upperBound
    let breaks = lines.dropFirst().filter { !text.lines[$0].isBlank }.map {
      annotation(text.lines[$0].content.lowerBound..<text.lines[$0].content.lowerBound, .lineBreak)
    }
    return [annotation(range, .signed), annotation(name, .persName)]
      + roles.map { annotation($0, .roleName) } + organisations.map { annotation($0, .orgName) }
      + breaks
  }
}
