import EngrossModel
import EngrossXML
import Synchronization

/// A compiled RELAX NG schema that validates documents, shared by any number of threads.
final class RelaxNGEngine: Sendable {
  let grammar: Grammar
  /// Automata that wait for work, each of which remembers what documents have needed.
  private let waiting = Mutex<[Entry]>([])

  /// Unchecked, as an automaton is never shared: whoever takes it from here has it alone.
  private struct Entry: @unchecked Sendable { let automaton: GrammarAutomaton }

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

  /// What a use of the automaton gives; one thread has it at a time.
  func withAutomaton<Result>(
    _ use: (GrammarAutomaton) throws -> Result
  ) rethrows -> Result {
    let entry =
      waiting.withLock { $0.popLast() } ?? Entry(automaton: GrammarAutomaton(grammar))
    defer { waiting.withLock { $0.append(entry) } }
    return try use(entry.automaton)
  }

  /// Whether a document is valid, identifiers aside.
  func isValid(_ document: Document) -> Bool { fault(in: document) == nil }

  /// What is wrong first with a document; nil when nothing is.
  func fault(in document: Document) -> Fault? {
    withAutomaton { automaton in
      let validation = GrammarValidation(automaton, checksIdentifiers: false)
      document.tell(validation)
      validation.finish()
      return validation.faults.first
    }
  }

  /// All that is wrong with a document that a stream holds.
  ///
  /// - Throws: `XMLFault` where it isn't well-formed.
  func faults(in bytes: [UInt8], checksIdentifiers: Bool = true) throws(XMLFault) -> [Fault] {
    let result = withAutomaton { automaton in
      Result { () throws(XMLFault) in
        let validation = GrammarValidation(automaton, checksIdentifiers: checksIdentifiers)
        try EventReader().read(bytes, to: validation)
        validation.finish()
        return validation.faults
      }
    }
    return try result.get()
  }
}
