import EngrossModel
import EngrossXML

/// Finds the schemas that judge a document: those of the call, else those that it names itself,
/// else the bundled ones.
struct SchemaSelection: Sendable {
  /// What judges a document, and what was wrong with finding it.
  struct Choice {
    var judges: [SchemaLibrary.Entry] = []
    var diagnostics: [Diagnostic] = []
  }

  private let library: SchemaLibrary
  private let named: [SchemaLibrary.Entry]
  private let bundled = SchemaLibrary.Entry(name: "bundled", validator: Validator())

  /// - Parameter addresses: the schemas of the call; `bundled`, or `name=bundled`, is what Engross
  ///   brings along.
  init(addresses: [String], library: SchemaLibrary) throws(SchemaError) {
    self.library = library
    var named: [SchemaLibrary.Entry] = []
    for address in addresses {
      if address == "bundled" || address == "name=bundled" {
        named.append(bundled)
        continue
      }
      if address.hasPrefix("name=") {
        throw SchemaError("no schema is called \"\(address.dropFirst(5))\"; \"bundled\" is")
      }
      named.append(try library.schema(SchemaReference(.option, address), from: nil))
    }
    self.named = named
  }

  /// What judges a document that stands at a path.
  func choice(for source: [UInt8], path: String?) -> Choice {
    if !named.isEmpty { return Choice(judges: named) }
    let references = Prolog(source).references
    if references.usable.isEmpty && references.unusable.isEmpty { return Choice(judges: [bundled]) }
    let map = SourceMap(source)
    var choice = Choice()
    for reference in references.usable {
      do throws(SchemaError) {
        let entry = try library.schema(reference, from: path)
        choice.judges.append(entry)
      } catch {
        choice.diagnostics.append(error.diagnostic(named: reference, in: map))
      }
    }
    // A document that nothing judges isn't valid.
    let isJudged = !references.usable.isEmpty
    choice.diagnostics += references.unusable.map {
      Diagnostic(
        id: $0.isWarning ? "schema.not-checked" : "schema.not-usable",
        severity: $0.isWarning && isJudged ? .warning : .error, message: $0.message,
        position: map.position(at: $0.offset))
    }
    return choice
  }
}

extension SchemaError {
  /// The error as one of the document that names the schema; the place in the schema is a note.
  fileprivate func diagnostic(named reference: SchemaReference, in map: SourceMap) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    var message = diagnostic.message
    if let position = diagnostic.position {
      notes.append(Diagnostic.Note(message, at: position, in: diagnostic.file))
      message = "the schema \"\(reference.address)\" can't be used"
    }
    return Diagnostic(
      id: diagnostic.id, message: message, position: map.position(at: reference.offset),
      notes: notes)
  }
}
