import EngrossModel
import EngrossXML
import Synchronization

/// A compiled RELAX NG schema that validates documents, shared by any number of threads.
final class RelaxNGEngine: Sendable {
  let grammar: Grammar
  /// Workspaces that wait for work.
  private let waiting = Mutex<[Entry]>([])

  /// What one thread works with, which remembers what documents have needed.
  struct Workspace {
    let automaton: GrammarAutomaton
    let phrasebook = Phrasebook()
  }

  /// Unchecked, as a workspace is never shared: whoever takes it from here has it alone.
  private struct Entry: @unchecked Sendable { let workspace: Workspace }

  private let madeIndex = Mutex<GrammarIndex?>(nil)

  /// What the schema says about names; made for the first document that has a fault.
  var index: GrammarIndex {
    madeIndex.withLock { made in
      let index = made ?? GrammarIndex(grammar.schema)
      made = index
      return index
    }
  }

  /// Compiles a schema in either syntax; `path` tells where what it includes is found.
  init(
    schema: [UInt8], path: String, language: SchemaLanguage = .relaxNG, catalog: Catalog? = nil
  ) throws(SchemaError) {
    let simplification = try Simplification(
      schema, path: path, language: language, files: LocalSchemaFiles(catalog: catalog))
    grammar = try PatternAssembly.grammar(simplification)
  }

  /// What a use of a workspace gives; one thread has it at a time.
  func withWorkspace<Result>(_ use: (Workspace) throws -> Result) rethrows -> Result {
    let entry =
      waiting.withLock { $0.popLast() }
      ?? Entry(workspace: Workspace(automaton: GrammarAutomaton(grammar)))
    defer { waiting.withLock { $0.append(entry) } }
    return try use(entry.workspace)
  }

  /// Whether a document is valid, identifiers aside.
  func isValid(_ document: Document) -> Bool { fault(in: document) == nil }

  /// What is wrong first with a document; nil when nothing is.
  func fault(in document: Document) -> Fault? {
    withWorkspace { workspace in
      let validation = GrammarValidation(workspace.automaton, checksIdentifiers: false)
      document.tell(validation)
      validation.finish()
      return validation.faults.first
    }
  }

  /// All that is wrong with a document.
  ///
  /// - Throws: `XMLFault` where it isn't well-formed.
  func faults(in bytes: [UInt8], checksIdentifiers: Bool = true) throws(XMLFault) -> [Fault] {
    try faults(in: try XMLSource(bytes), checksIdentifiers: checksIdentifiers)
  }

  /// All that is wrong with a document that was decoded before.
  ///
  /// - Parameter listener: is told the document too.
  func faults(
    in source: XMLSource, checksIdentifiers: Bool, beside listener: (any EventReceiver)? = nil
  ) throws(XMLFault) -> [Fault] {
    let result = withWorkspace { workspace in
      Result { () throws(XMLFault) in
        let validation = GrammarValidation(
          workspace.automaton, checksIdentifiers: checksIdentifiers)
        try EventReader().read(
          source, to: listener.map { EventFork(validation, $0) } ?? validation)
        validation.finish()
        return validation.faults
      }
    }
    return try result.get()
  }
}
