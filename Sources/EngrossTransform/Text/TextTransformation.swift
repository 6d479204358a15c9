import EngrossModel

/// Turns the events of a TEI document into its text, by a policy.
///
/// Only what is being laid out is kept, so memory doesn't grow with the document, apart from notes that
/// wait for their document's end.
package final class TextTransformation: EventReceiver {
  /// Which policy: one for all, or by what encoded the document.
  package enum Policy: Sendable {
    case always(TextPolicy)
    /// The source's own bytes for what Engross encoded, `reading` for the rest.
    case byDocument
  }

  private let choice: Policy
  let unit: TextUnit?
  let mapsRuns: Bool
  private let sink: any TextSink
  /// What the sink threw; the rest is passed over.
  private(set) package var failure: (any Error)?
  /// Whether a TEI `text` was met.
  package internal(set) var hasText = false

  var rules: TextRules
  var meanings: [ElementMeaning?] = []
  var attributeNames: [String] = []
  private var numbers: [String: Int] = [:]
  var places: (any EventPlaces)?

  var frames: [Frame] = []
  /// How deep inside an element that is passed over.
  var skipped = 0
  /// The text being laid out; notes and cells are laid out in fragments of their own above it.
  var fragments = [Fragment()]
  var tables: [TableLayout] = []
  var header = HeaderReader()
  var headerDepth = 0
  /// Whether the events belong to a `text`, or to a header that is to be written.
  var textDepth = 0
  var noteCount = 0
  var blockNotes: [(label: String, text: Fragment)] = []
  var documentNotes: [(label: String, text: Fragment)] = []
  var units = UnitCount()
  private var wrapping = LineWrapping()

  package init(
    _ policy: Policy, unit: TextUnit? = nil, mapsRuns: Bool = false, to sink: any TextSink
  ) {
    choice = policy
    self.unit = unit
    self.mapsRuns = mapsRuns
    self.sink = sink
    switch policy {
    case .always(let policy): rules = TextRules(policy)
    case .byDocument: rules = TextRules(TextPolicy(.reading))
    }
  }

  package func start(_ places: any EventPlaces) { self.places = places }

  package func name(_ number: Int, is name: Name) {
    while meanings.count <= number {
      meanings.append(nil)
      attributeNames.append("")
    }
    meanings[number] = ElementMeaning(name)
    let isPlain = name.namespace.isEmpty || name.namespace == Name.xmlNamespace
    attributeNames[number] = isPlain ? name.qualified : ""
    if isPlain { numbers[name.qualified] = number }
  }

  func value(_ name: String, _ attributes: borrowing EventAttributes) -> String? {
    if attributes.count == 0 { return nil }
    return numbers[name].flatMap { attributes.value(named: $0) }
  }

  package func open(_ name: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    if skipped > 0 {
      skipped += 1
      return
    }
    let meaning = meanings[name]!
    if headerDepth > 0 {
      headerDepth += 1
      var values: [String: String] = [:]
      for index in 0..<attributes.count {
        values[attributeNames[attributes.name(index)]] = attributes.value(index)
      }
      header.open(meaning.localName, values)
      if rules.header != .text { return }
    }
    open(meaning, number: name, attributes)
    if headerDepth > 0, skipped == 1 {
      headerDepth -= 1
      header.close()
    }
  }

  package func text(_ bytes: Span<UInt8>, at offset: Int) {
    if skipped > 0 { return }
    if headerDepth > 0 {
      header.text(bytes)
      if rules.header != .text { return }
    }
    guard textDepth > 0, let frame = frames.last else { return }
    // Safe: the span lives through the call.
    bytes.withUnsafeBufferPointer { text in
      if frame.holdsBlocks, !rules.preserves, text.allSatisfy({ $0 <= 0x20 }) { return }
      let origin = mapsRuns ? origin(text, frame, at: offset) : nil
      let last = fragments.count - 1
      if rules.preserves || frame.preserves {
        fragments[last].verbatim(text, origin)
      } else {
        fragments[last].text(text, origin, joining: rules.joinsHyphens)
      }
    }
    if fragments.count == 1, unit == nil { pass(atLeast: 1 << 16) }
  }

  private func origin(
    _ text: UnsafeBufferPointer<UInt8>, _ frame: Frame, at offset: Int
  ) -> TextOrigin {
    let places = places
    let end = places?.end ?? offset + text.count
    return TextOrigin(
      text, element: meanings[frame.meaning]!.name, id: frame.id, range: offset..<max(offset, end)
    ) { places?.position(at: $0) ?? Position(line: 1, column: 1) }
  }

  package func close(at offset: Int) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    if headerDepth > 0 {
      headerDepth -= 1
      header.close()
      if rules.header != .text, headerDepth > 0 { return }
    }
    close(frames.removeLast())
  }

  /// Ends the text; to be called after the last event.
  package func end() throws {
    if let failure { throw failure }
    finish()
    if let failure { throw failure }
  }

  /// Decides the policy when the header has been read.
  func begin() {
    if case .byDocument = choice {
      let isOurs = header.fields.applications.contains("engross")
      rules = TextRules(TextPolicy(isOurs ? .original : .reading))
    }
    attempt { try sink.begin(header.fields) }
  }

  /// Passes on what is laid out.
  private func pass(atLeast least: Int) {
    let taken = fragments[0].take(atLeast: least, wholeLines: rules.policy.width != nil)
    if let (bytes, runs) = taken { write(bytes, runs) }
  }

  private func write(_ bytes: [UInt8], _ runs: [TextRun]) {
    guard let width = rules.policy.width, !rules.preserves else {
      attempt { try sink.write(bytes, runs) }
      return
    }
    let (wrapped, moved) = wrapping.wrap(bytes, runs, width: width)
    attempt { try sink.write(wrapped, moved) }
  }

  func write(_ record: TextRecord) { attempt { try sink.write(record) } }

  private func attempt(_ body: () throws -> Void) {
    if failure != nil { return }
    do {
      try body()
    } catch {
      failure = error
    }
  }

  private func finish() {
    if unit != nil {
      endUnit(unit!)
      return
    }
    let (bytes, runs) = fragments[0].takeAll()
    let endsLine = !rules.preserves && !fragments[0].isEmpty
    write(endsLine ? bytes + [0x0A] : bytes, runs)
  }
}
