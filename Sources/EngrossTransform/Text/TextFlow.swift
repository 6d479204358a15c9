import EngrossModel

/// A document on its way to text: what is open, and what is being laid out.
///
/// Only what is being laid out is kept, so memory doesn't grow with the document, apart from notes that
/// wait for their document's end.
struct TextFlow {
  private let choice: TextTransformation.Policy
  let unit: TextUnit?
  let mapsRuns: Bool
  private let sink: any TextSink
  /// What the sink threw; the rest is passed over.
  private(set) var failure: (any Error)?
  /// Whether a TEI `text` was met.
  var hasText = false

  var rules: TextRules
  var meanings: [ElementMeaning] = []
  var attributeNames: [String] = []
  var names: [Name] = []
  /// The numbers of the attributes asked for, in the order of `TextAttribute.allCases`.
  private var numbers = [Int](repeating: -1, count: TextAttribute.allCases.count)
  var places: (any EventPlaces)?

  var frames: [Frame] = []
  /// The `xml:id` of each open element, where they are asked for.
  var identifiers: [String?] = []
  var keepsIdentifiers: Bool { mapsRuns }
  /// How many open elements hold blocks that belong together.
  var groups = 0
  /// What each open `g` stands for.
  var glyphs: [String] = []
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

  init(
    _ policy: TextTransformation.Policy, unit: TextUnit? = nil, mapsRuns: Bool = false,
    to sink: any TextSink
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

  mutating func name(_ number: Int, is name: Name) {
    meanings.append(ElementMeaning(name))
    names.append(name)
    let isPlain = name.namespace.isEmpty || name.namespace == Name.xmlNamespace
    attributeNames.append(isPlain ? name.qualified : "")
    if isPlain, let attribute = TextAttribute(rawValue: name.qualified) {
      numbers[attribute.index] = number
    }
  }

  func value(_ attribute: TextAttribute, _ attributes: borrowing EventAttributes) -> String? {
    if attributes.count == 0 { return nil }
    let number = numbers[attribute.index]
    return number < 0 ? nil : attributes.value(named: number)
  }

  mutating func open(_ name: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    if skipped > 0 {
      skipped += 1
      return
    }
    let meaning = meanings[name]
    if headerDepth > 0 {
      headerDepth += 1
      var values: [String: String] = [:]
      if meaning.isHeaderField {
        for index in 0..<attributes.count {
          values[attributeNames[attributes.name(index)]] = attributes.value(index)
        }
      }
      header.open(names[name].local, values, isField: meaning.isHeaderField)
      if rules.header != .text { return }
    }
    open(meaning, number: name, attributes)
    if headerDepth > 0, skipped == 1 {
      headerDepth -= 1
      header.close()
    }
  }

  mutating func text(_ bytes: Span<UInt8>, at offset: Int) {
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
      text, element: names[frame.meaning].qualified, id: identifiers.last ?? nil,
      range: offset..<max(offset, end)
    ) { places?.position(at: $0) ?? Position(line: 1, column: 1) }
  }

  mutating func close(at offset: Int) {
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
  mutating func end() throws {
    if let failure { throw failure }
    finish()
    if let failure { throw failure }
  }

  /// Decides the policy when the header has been read.
  mutating func begin() {
    if case .byDocument = choice {
      let isOurs = header.fields.applications.contains("engross")
      rules = TextRules(TextPolicy(isOurs ? .original : .reading))
    }
    let fields = header.fields
    attempt { try $0.begin(fields) }
  }

  /// Passes on what is laid out.
  private mutating func pass(atLeast least: Int) {
    let taken = fragments[0].take(atLeast: least, wholeLines: rules.policy.width != nil)
    if let (bytes, runs) = taken { write(bytes, runs) }
  }

  private mutating func write(_ bytes: [UInt8], _ runs: [TextRun]) {
    guard let width = rules.policy.width, !rules.preserves else {
      attempt { try $0.write(bytes, runs) }
      return
    }
    let (wrapped, moved) = wrapping.wrap(bytes, runs, width: width)
    attempt { try $0.write(wrapped, moved) }
  }

  mutating func write(_ record: TextRecord) { attempt { try $0.write(record) } }

  private mutating func attempt(_ body: (any TextSink) throws -> Void) {
    if failure != nil { return }
    do {
      try body(sink)
    } catch {
      failure = error
    }
  }

  private mutating func finish() {
    if unit != nil {
      endUnit(unit!)
      return
    }
    var (bytes, runs) = fragments[0].takeAll()
    if !rules.preserves, !fragments[0].isEmpty { bytes.append(0x0A) }
    write(bytes, runs)
  }
}
