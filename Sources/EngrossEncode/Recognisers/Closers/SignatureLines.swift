/// One signature while its lines are read.
struct SignatureLines {
  /// What a line below the name holds.
  enum Part {
    case role(Range<Int>)
    case organisation(Range<Int>)
    /// The rest of the office that the line before has begun.
    case roleGoesOn(Range<Int>)
    /// Part of the signature, and nothing more is said of it.
    case untold
  }

  private(set) var lines: ClosedRange<Int>
  private var names: [Range<Int>] = []
  private var certainty: Annotation.Certainty
  private var because: String
  private var roles: [Range<Int>] = []
  private var organisations: [Range<Int>] = []
  /// In what part one signed: "witness"; nil for a party.
  var role: String?

  /// A signature that starts with its name.
  init(line: Int, names: [Range<Int>], certainty: Annotation.Certainty, because: String) {
    lines = line...line
    self.names = names
    self.certainty = certainty
    self.because = because
  }

  /// A signature that starts with the party for whom somebody signs.
  init(party: Range<Int>, line: Int) {
    lines = line...line
    certainty = .medium
    because = "a line that says for whom"
    organisations.append(party)
  }

  /// A signature that starts with the office of one who signs.
  init(office: Range<Int>, line: Int) {
    lines = line...line
    certainty = .medium
    because = "an office above a name"
    roles.append(office)
  }

  /// Whether only the party is known so far.
  var awaitsName: Bool { names.isEmpty }
  var isInColumns: Bool { names.count > 1 }
  var hasRole: Bool { !roles.isEmpty }

  /// The party's signature with the name that the next line has.
  func named(_ name: SignatureLines) -> SignatureLines {
    var signature = name
    signature.lines = lines.lowerBound...name.lines.upperBound
    signature.roles = roles + name.roles
    signature.organisations = organisations + name.organisations
    signature.certainty = .high
    signature.because = "a name below a line that says for whom"
    return signature
  }

  /// The signature with the line above its name that says "signed".
  func signed(at line: Int) -> SignatureLines {
    var signature = self
    signature.lines = line...lines.upperBound
    return signature
  }

  mutating func add(_ line: Int, _ part: Part) {
    lines = lines.lowerBound...line
    switch part {
    case .role(let range): roles.append(range)
    case .organisation(let range): organisations.append(range)
    case .roleGoesOn(let range):
      if let last = roles.popLast() { roles.append(last.lowerBound..<range.upperBound) }
    case .untold: break
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
    return [annotation(range, .signed(role: role))] + names.map { annotation($0, .persName) }
      + roles.map { annotation($0, .roleName) } + organisations.map { annotation($0, .orgName) }
      + breaks
  }
}
