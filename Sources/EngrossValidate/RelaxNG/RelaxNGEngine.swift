import EngrossModel
import EngrossXML

/// Validates documents against a RELAX NG schema by derivatives; one thread uses it at a time.
///
/// It says whether a document is valid and where it first isn't. It's fast enough to prove each
/// document that is written, where libxml2 would need a hundred times longer to compile the schema.
final class RelaxNGEngine {
  private let start: Pattern
  private var derivatives: Derivatives

  /// Reads a schema in the XML syntax.
  init(schema: [UInt8]) throws(SchemaError) {
    do {
      let document = try XMLReader().parse(schema)
      var simplification = Simplification()
      guard let grammar = document.root else { throw Simplification.Refusal(what: "no grammar") }
      start = try simplification.start(of: grammar)
      derivatives = Derivatives(simplification)
    } catch let fault as XMLFault {
      throw SchemaError(fault.diagnostic.message, at: fault.diagnostic.position)
    } catch {
      throw SchemaError("the engine doesn't read this: \(error)")
    }
  }

  /// Whether the automaton has grown so much that a new one is better.
  var isLarge: Bool { derivatives.count > 500_000 }

  /// The first node at which a document stops being valid; nil when it's valid.
  func firstFault(in document: Document) -> Int? {
    let numbers = document.names.map { derivatives.number(of: $0) }
    var state = start
    var open: [UInt32] = []
    var text = PendingText()
    var hasChildren = false
    for (index, node) in document.nodes.enumerated() {
      while let end = open.last, end <= UInt32(index) {
        open.removeLast()
        state = endElement(state, document, &text, hasChildren)
        if state == .notAllowed { return index - 1 }
        hasChildren = true
      }
      switch node.kind {
      case .element:
        state = matched(state, document, &text)
        hasChildren = false
        state = derivatives.start(state, numbers[Int(node.name)])
        for attribute in document.attributes(of: index) where state != .notAllowed {
          let value = document.string(attribute.range)
          state = derivatives.attribute(state, numbers[Int(attribute.name)], value)
        }
        state = derivatives.close(state)
        if state == .notAllowed { return index }
        open.append(node.next)
      case .text:
        if !open.isEmpty { text.add(node.range, of: document.storage) }
      case .comment, .processingInstruction: break
      }
    }
    while open.popLast() != nil {
      state = endElement(state, document, &text, hasChildren)
      if state == .notAllowed { return document.nodes.count - 1 }
      hasChildren = true
    }
    return derivatives.isNullable(state) ? nil : document.nodes.count - 1
  }

  private func endElement(
    _ state: Pattern, _ document: Document, _ text: inout PendingText, _ hasChildren: Bool
  ) -> Pattern {
    if hasChildren || !text.isBlank { return derivatives.end(matched(state, document, &text)) }
    let value = text.take(from: document)
    return derivatives.endOfBlank(state, value)
  }

  /// After the text that has been met; white space between elements doesn't count.
  private func matched(
    _ state: Pattern, _ document: Document, _ text: inout PendingText
  ) -> Pattern {
    if text.isBlank || !derivatives.readsValue(state) {
      let isBlank = text.isBlank
      text.clear()
      return isBlank ? state : derivatives.text(state)
    }
    return derivatives.text(state, text.take(from: document))
  }
}

/// Text between two tags, in the parts that comments leave of it.
private struct PendingText {
  private var parts: [Range<Int>] = []
  private(set) var isBlank = true

  mutating func add(_ range: Range<Int>, of storage: [UInt8]) {
    parts.append(range)
    if !isBlank { return }
    for index in range {
      let byte = storage[index]
      if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
        isBlank = false
        return
      }
    }
  }

  mutating func clear() {
    parts.removeAll(keepingCapacity: true)
    isBlank = true
  }

  mutating func take(from document: Document) -> String {
    defer { clear() }
    return parts.count == 1
      ? document.string(parts[0]) : parts.map { document.string($0) }.joined()
  }
}
