/// Applies judgements to what was recognised in a text: what is accepted or corrected has another
/// who answers for it, what is rejected is gone, what is new gets its place.
///
/// Whatever is applied, the text stays as it is: lines that lose their block become paragraphs, and
/// of annotations that can't stand together Engross's own give way.
struct Application {
  private(set) var annotations: [Annotation] = []
  /// Those who answer, in the order in which the judgements name them.
  private(set) var annotators: [Annotator] = []
  /// What was added, with the numbers of its judgements.
  private(set) var added: [(annotation: Annotation, number: Int)] = []

  private let text: TokenisedText
  private let genres: Set<String>

  private struct Key: Hashable {
    let element: String
    let range: Range<Int>
  }

  /// - Parameter own: what is recognised, without phrases that cross.
  init(
    _ judgements: Judgements, to own: [Annotation], in text: TokenisedText, genres: [String]
  ) throws(Judgement.Fault) {
    self.text = text
    self.genres = Set(genres)
    var places: [Key: [Int]] = [:]
    for (place, annotation) in own.enumerated() {
      places[Key(element: annotation.mark.element.name, range: annotation.range), default: []]
        .append(place)
    }
    var becomes = own.map { judgements.others == .kept || $0.mark.isUndoubted ? $0 : nil }
    var rejected: [Annotation] = []
    for (number, judgement) in judgements.list.enumerated() {
      let key = Key(element: judgement.element, range: judgement.range)
      guard let place = Self.take(judgement, from: &places[key, default: []], own) else {
        if judgement.decision == .reject {
          throw Judgement.Fault(
            number: number, part: .start,
            message: "no \(judgement.element) is marked here that could be rejected")
        }
        added.append((try annotation(judgement, number), number))
        continue
      }
      if judgement.decision == .reject {
        becomes[place] = nil
        rejected.append(own[place])
      } else {
        becomes[place] = try judged(own[place], judgement, number)
      }
    }
    annotations = becomes.compactMap { $0 }
    if judgements.others == .dropped {
      for (place, annotation) in own.enumerated()
      where becomes[place] == nil && !annotation.mark.isUndoubted {
        rejected.append(annotation)
      }
    }
    rejected += try makeWay()
    rejected += dissolve(rejected.filter(\.mark.isPart))
    if added.contains(where: \.annotation.mark.isBlock) || rejected.contains(where: \.mark.isBlock)
    {
      layParagraphs(freed: rejected.filter(\.mark.isBlock).map(\.range))
    }
    annotations += added.map(\.annotation).filter { !$0.mark.isBlock }
  }

  /// The annotation that a judgement is of: of several with its element and bytes, the one whose
  /// attributes are the same.
  private static func take(
    _ judgement: Judgement, from places: inout [Int], _ own: [Annotation]
  ) -> Int? {
    let same = places.firstIndex { own[$0].mark.has(judgement.attributes) }
    guard let index = same ?? places.indices.first else { return nil }
    return places.remove(at: index)
  }

  /// An annotation of Engross's, as a judgement leaves it.
  private mutating func judged(
    _ own: Annotation, _ judgement: Judgement, _ number: Int
  ) throws(Judgement.Fault) -> Annotation {
    let isRight = own.mark.has(judgement.attributes)
    let certainty = judgement.certainty ?? own.certainty
    if judgement.decision == nil, isRight, certainty == own.certainty, judgement.author == nil {
      return own
    }
    var mark = own.mark
    if !isRight { mark = own.mark.keepingPlace(in: try self.mark(judgement, number, own)) }
    let isDecided = judgement.decision == .accept || judgement.author == nil
    return Annotation(
      own.range, mark,
      judgement.decision == .accept || certainty == own.certainty && !isRight ? .high : certainty,
      rule: own.rule, because: own.evidence,
      by: isDecided ? proofreader(judgement) : author(judgement))
  }

  /// An annotation that Engross didn't make.
  private mutating func annotation(
    _ judgement: Judgement, _ number: Int
  ) throws(Judgement.Fault) -> Annotation {
    let isOthers = judgement.decision == nil && judgement.author != nil
    return Annotation(
      judgement.range, try mark(judgement, number),
      judgement.decision == .accept ? .high : judgement.certainty ?? (isOthers ? .medium : .high),
      rule: judgement.rule ?? "applied", because: judgement.evidence ?? "said by an annotator",
      by: isOthers ? author(judgement) : proofreader(judgement))
  }

  private func mark(
    _ judgement: Judgement, _ number: Int, _ own: Annotation? = nil
  ) throws(Judgement.Fault) -> Mark {
    let range = judgement.range
    func fault(_ part: Judgement.Part, _ message: String) -> Judgement.Fault {
      Judgement.Fault(number: number, part: part, message: message)
    }
    let mark: Mark
    do {
      mark = try Mark(
        element: judgement.element, attributes: judgement.attributes ?? [:],
        isBlock: own?.mark.isBlock ?? text.isWholeLines(range))
    } catch {
      throw fault(error.part, error.message)
    }
    switch mark {
    case .genre(let id):
      if !genres.contains(id) { throw fault(.attributes, "\"\(id)\" is no genre that is known") }
      return mark
    case .correction(let right, _):
      if text.string(range).utf8.elementsEqual(right.utf8) {
        throw fault(.attributes, "the correction says what the text says")
      }
    default: break
    }
    if own != nil { return mark }
    if !text.holdsWord(range) {
      throw fault(.start, "\(judgement.element) can't be marked where there are no words")
    }
    if mark.isBlock, !text.isWholeLines(range) {
      throw fault(
        .start, "\(judgement.element) takes whole lines, from their first character to their last")
    }
    return mark
  }

  private mutating func proofreader(_ judgement: Judgement) -> Int {
    number(of: Annotator(name: judgement.proofreader, task: .proofreading))
  }

  private mutating func author(_ judgement: Judgement) -> Int? {
    judgement.author.map { number(of: Annotator(name: $0, task: .annotating)) }
  }

  private mutating func number(of annotator: Annotator) -> Int {
    if let known = annotators.firstIndex(of: annotator) { return known }
    annotators.append(annotator)
    return annotators.count - 1
  }

  /// Takes away Engross's own annotations that can't stand together with what was added; gives them.
  private mutating func makeWay() throws(Judgement.Fault) -> [Annotation] {
    if added.isEmpty { return [] }
    let new = added.map(\.annotation)
    if let (first, second) = Conflicts.within(new) {
      throw Judgement.Fault(
        number: added[second].number, part: .start,
        message: "this \(new[second].mark.element.name) can't stand together with the "
          + "\(new[first].mark.element.name) at code point \(codePoint(of: new[first]))")
    }
    var gone: Set<Int> = []
    for (number, other) in Conflicts.between(annotations, new) {
      let own = annotations[number]
      // A person's word stands against Engross's, not against a person's.
      if own.annotator != nil {
        throw Judgement.Fault(
          number: added[other].number, part: .start,
          message: "this \(new[other].mark.element.name) can't stand together with the "
            + "\(own.mark.element.name) at code point \(codePoint(of: own)), which was accepted")
      }
      gone.insert(number)
    }
    let all = annotations
    annotations = all.indices.filter { !gone.contains($0) }.map { all[$0] }
    return gone.sorted().map { all[$0] }
  }

  private func codePoint(of annotation: Annotation) -> Int {
    text.bytes[..<annotation.range.lowerBound].count { $0 & 0xC0 != 0x80 }
  }

  /// Takes away what has no place without its rejected parts, and gives it: a table's row consists
  /// of cells, a list in a paragraph of items.
  private mutating func dissolve(_ parts: [Annotation]) -> [Annotation] {
    if parts.isEmpty { return [] }
    let starts = parts.map(\.range.lowerBound).sorted()
    func dissolves(_ annotation: Annotation) -> Bool {
      guard annotation.mark.holdsParts else { return false }
      let next = starts.partitioningIndex { $0 >= annotation.range.lowerBound }
      return next < starts.count && starts[next] < annotation.range.upperBound
    }
    let dissolved = annotations.filter(dissolves)
    annotations.removeAll(where: dissolves)
    return dissolved
  }

  /// Gives the lines that no block has now to paragraphs.
  private mutating func layParagraphs(freed: [Range<Int>]) {
    let freed = freed.sorted { $0.lowerBound < $1.lowerBound }
    annotations.removeAll { annotation in
      if annotation.rule == Paragraph.rule { return true }
      guard annotation.mark.isPoint else { return false }
      let next = freed.partitioningIndex { $0.upperBound > annotation.range.lowerBound }
      return next < freed.count && freed[next].contains(annotation.range.lowerBound)
    }
    let blocks = added.map(\.annotation).filter(\.mark.isBlock)
    var found = Findings(text)
    found.add(annotations)
    found.add(blocks)
    for block in blocks { found.add(text.breaks(in: block)) }
    found.add(Paragraph().annotations(in: text, after: found))
    annotations = found.annotations
  }
}

extension Mark {
  /// Whether nobody doubts it, so that it isn't told as an inference.
  package var isUndoubted: Bool { isPoint || self == .paragraph }

  /// Another mark of the same element, with what this one knows of its place beyond its attributes.
  fileprivate func keepingPlace(in mark: Mark) -> Mark {
    switch (self, mark) {
    case (.item(_, _, let continues), .item(let level, let label, _)):
      .item(level: level, label: label, continues: continues)
    case (.pageBreak(let own), .pageBreak(let page)):
      .pageBreak(
        PageBeginning(number: page.number, isInside: own.isInside, isInWord: own.isInWord))
    case (.divisionHead(let own), .divisionHead(let division)):
      .divisionHead(Division(kind: division.kind, number: division.number, depth: own.depth))
    default: mark
    }
  }

  fileprivate var holdsParts: Bool {
    switch self {
    case .row, .runInList: true
    default: false
    }
  }

  /// Whether its attributes are those given; all are when none are given. An empty value is none.
  fileprivate func has(_ attributes: [String: String]?) -> Bool {
    guard let attributes else { return true }
    var own: [String: String] = [:]
    for (name, value) in element.attributes where !value.isEmpty { own[name] = value }
    return own == attributes.filter { !$0.value.isEmpty }
  }
}

extension TokenisedText {
  /// Whether a range is the content of whole lines.
  fileprivate func isWholeLines(_ range: Range<Int>) -> Bool {
    guard let first = line(at: range.lowerBound), let last = line(at: range.upperBound - 1) else {
      return false
    }
    return lines[first].content.lowerBound == range.lowerBound
      && lines[last].content.upperBound == range.upperBound
  }

  /// Whether there's a token in a range.
  fileprivate func holdsWord(_ range: Range<Int>) -> Bool {
    let next = tokens.partitioningIndex { Int($0.end) > range.lowerBound }
    return next < tokens.count && Int(tokens[next].start) < range.upperBound
  }

  /// The number of the line that holds a byte.
  private func line(at offset: Int) -> Int? {
    let next = lines.partitioningIndex { $0.whole.upperBound > offset }
    return next < lines.count && offset >= 0 ? next : nil
  }

  /// The breaks between the lines of a block.
  fileprivate func breaks(in block: Annotation) -> [Annotation] {
    guard let first = line(at: block.range.lowerBound),
      let last = line(at: block.range.upperBound - 1)
    else { return [] }
    return (first..<last).map { $0 + 1 }.filter { !lines[$0].isBlank }
      .map { .lineBreak(in: self, before: $0, rule: block.rule) }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on a condition holds, which holds of all after one of which it does.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
