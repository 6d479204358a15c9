import EngrossModel

/// Puts a document together from its text and what was recognised in it.
struct Assembly {
  private let text: TokenisedText
  private let annotations: [Annotation]
  private let annotators: [Annotator]
  private let facts: Facts
  private let layout: Layout
  private let blocks: [Block]
  private let phrases: [Annotation]
  private let reading: Reading
  private let persons: Persons
  private let speakers: Speakers

  init(
    _ text: TokenisedText, _ annotations: [Annotation], by annotators: [Annotator], _ facts: Facts
  ) {
    self.text = text
    self.annotators = annotators
    self.annotations = annotations
    self.facts = facts
    phrases = Resolver.phrases(annotations)
    reading = Reading(text, phrases)
    persons = Persons(phrases, reading, facts)
    speakers = Speakers(annotations, phrases, reading, persons)
    layout = Layout(annotations, speakers)
    blocks = layout.blocks
  }

  func document(
    encoding: SourceEncoding, byteCount: Int, metadata: Metadata, date: String?
  ) -> Document {
    let organisations = Organisations(phrases, reading, facts)
    let places = Places(phrases, reading, facts)
    let language = Language.tag(of: text)
    var builder = TreeBuilder(storage: text.bytes)
    builder.open("TEI")
    if let tag = metadata.language ?? language { builder.attribute("xml:lang", tag) }
    header(encoding, byteCount, metadata, date, language).write(to: &builder)
    StandOff(persons: persons, speakers: speakers, organisations: organisations, places: places)
      .write(to: &builder)
    builder.newLine()
    builder.element("text") { builder in
      builder.element("body") { builder in
        body(organisations, places).write(to: &builder)
      }
    }
    builder.text("\n")
    builder.close()
    return builder.finish()
  }

  /// Whether an annotation has its place in the document.
  func writes(_ annotation: Annotation) -> Bool {
    if annotation.mark.isGenre { return true }
    let next = blocks.partitioningIndex { $0.range.upperBound > annotation.range.lowerBound }
    guard next < blocks.count else { return false }
    let block = blocks[next]
    if case .gap = annotation.mark {
      return block.range == annotation.range && block.place == .text
    }
    if annotation.mark.isBlock {
      return block.range == annotation.range && block.annotation.mark == annotation.mark
        && block.holdsItsMark
    }
    return block.range.lowerBound <= annotation.range.lowerBound
      && annotation.range.upperBound <= block.range.upperBound && block.admits(annotation.mark)
      && phrases[
        phrases.partitioningIndex { $0.range.lowerBound >= annotation.range.lowerBound }...
      ]
      .prefix { $0.range.lowerBound == annotation.range.lowerBound }
      .contains { $0.range == annotation.range && $0.mark == annotation.mark }
  }

  private func body(_ organisations: Organisations, _ places: Places) -> Body {
    let gaps = annotations.filter { if case .gap = $0.mark { true } else { false } }
    return Body(
      text: text, layout: layout, phrases: phrases,
      gaps: gaps.sorted { $0.range.lowerBound < $1.range.lowerBound }, genre: genre?.genre.id,
      reading: reading, persons: persons, organisations: organisations,
      places: places,
      footnotes: Set(
        blocks.compactMap {
          if case .footnote(_, let number) = $0.annotation.mark { number } else { nil }
        }))
  }

  private func header(
    _ encoding: SourceEncoding, _ byteCount: Int, _ metadata: Metadata, _ date: String?,
    _ language: String?
  ) -> Header {
    let heads = blocks.filter { $0.place == .head }
    let head =
      heads.first { $0.annotation.mark == .head }
      ?? heads.first { $0.annotation.mark == .preliminary(type: "number") }
    let authors = phrases.filter { $0.mark == .docAuthor }
    var seen: Set<UInt32> = []
    return Header(
      metadata: metadata, date: date, encoding: encoding, byteCount: byteCount,
      title: head.map { reading.string($0.range) }.flatMap { $0.isEmpty ? nil : $0 },
      authors: authors.map { (reading.string($0.range), $0) }.filter { !$0.0.isEmpty },
      created: created, notes: notes, genre: genre, language: language,
      characters: text.unrepresentable.filter { seen.insert($0.scalar).inserted }
        .sorted { $0.scalar < $1.scalar },
      annotators: annotators)
  }

  /// The first full date of a byline, a dateline or a number's line, in this order; without these
  /// that of the paragraph in which one testifies: "In witness whereof, … this 2d day of May 1997";
  /// the first range or other time when there's none.
  private var created: (value: DateValue, annotation: Annotation)? {
    let dated = [Mark.byline, .dateline, .preliminary(type: "number")].flatMap { mark in
      blocks.filter { $0.annotation.mark == mark }
    }
    let testimony = blocks.last { $0.annotation.mark.isText && isTestimony($0.range) }
    var other: (value: DateValue, annotation: Annotation)?
    for block in dated + (testimony.map { [$0] } ?? []) {
      let first = phrases.partitioningIndex { $0.range.lowerBound >= block.range.lowerBound }
      for phrase in phrases[first...].prefix(while: {
        $0.range.lowerBound < block.range.upperBound
      }) {
        guard case .date(let value) = phrase.mark else { continue }
        // Of a time of the day, the day.
        if let when = value.when.flatMap(CalendarDate.init(w3c:))?.w3c {
          return (.when(when), phrase)
        }
        if other == nil, value.when == nil, !value.attributes.isEmpty { other = (value, phrase) }
      }
    }
    return other
  }

  private func isTestimony(_ range: Range<Int>) -> Bool {
    guard text.bytes[range.lowerBound] | 0x20 == UInt8(ascii: "i") else { return false }
    let opening = text.string(range.prefix(24)).lowercased()
    return ["in witness whereof", "in testimony whereof", "in faith whereof"]
      .contains(where: opening.hasPrefix)
  }

  private var notes: [(subtype: String?, text: String)] {
    blocks.compactMap { block in
      guard case .note(let subtype) = block.annotation.mark else { return nil }
      let string = reading.string(block.range)
      return string.isEmpty ? nil : (subtype, string)
    }
  }

  private var genre: (genre: Facts.Genre, annotation: Annotation)? {
    for annotation in annotations {
      guard case .genre(let id) = annotation.mark else { continue }
      return facts.genres.first { $0.id == id }.map { ($0, annotation) }
    }
    return nil
  }
}
