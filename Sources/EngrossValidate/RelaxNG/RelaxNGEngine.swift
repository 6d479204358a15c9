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

  /// The first node at which a document stops being valid; nil when it's valid.
  func firstFault(in document: Document) -> Int? {
    let numbers = document.names.map { derivatives.number(of: $0) }
    var state = start
    var open: [UInt32] = []
    var index = 0
    // Text is matched when what follows it is known: white space between elements doesn't count.
    var pending: Range<Int>?
    var hasChildren = false
    while index < document.nodes.count {
      let node = document.nodes[index]
      while let end = open.last, end <= UInt32(index) {
        open.removeLast()
        state = closeElement(state, document, pending, hasChildren)
        if state == .notAllowed { return index - 1 }
        pending = nil
        hasChildren = true
      }
      switch node.kind {
      case .element:
        if let range = pending, !isBlank(document.storage, range) {
          state = text(state, document, range)
        }
        pending = nil
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
        if open.isEmpty { break }
        if let range = pending {
          // Text that a comment parts is one text; only its first part is kept when all is text.
          if isBlank(document.storage, range) { pending = node.range }
        } else {
          pending = node.range
        }
      case .comment, .processingInstruction: break
      }
      index += 1
    }
    while open.popLast() != nil {
      state = closeElement(state, document, pending, hasChildren)
      if state == .notAllowed { return document.nodes.count - 1 }
      pending = nil
      hasChildren = true
    }
    return derivatives.isNullable(state) ? nil : document.nodes.count - 1
  }

  private func closeElement(
    _ state: Pattern, _ document: Document, _ pending: Range<Int>?, _ hasChildren: Bool
  ) -> Pattern {
    if hasChildren || pending.map({ !isBlank(document.storage, $0) }) == true {
      guard let range = pending, !isBlank(document.storage, range) else {
        return derivatives.end(state)
      }
      return derivatives.end(text(state, document, range))
    }
    return derivatives.endOfBlank(state, pending.map { document.string($0) } ?? "")
  }

  private func text(_ state: Pattern, _ document: Document, _ range: Range<Int>) -> Pattern {
    derivatives.readsValue(state)
      ? derivatives.text(state, document.string(range)) : derivatives.text(state)
  }

  private func isBlank(_ storage: [UInt8], _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = storage[index]
      if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return false }
    }
    return true
  }
}
