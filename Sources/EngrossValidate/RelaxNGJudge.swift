import EngrossModel
import EngrossXML
import Synchronization

/// Judges documents by a RELAX NG schema and puts what is wrong into words; the schema is compiled
/// when the first document comes, once for all threads.
final class RelaxNGJudge: Sendable {
  private let compile: @Sendable () throws(SchemaError) -> RelaxNGEngine
  private let engine = Mutex<Result<RelaxNGEngine, SchemaError>?>(nil)
  /// Made when a document first has a fault.
  private let index = Mutex<GrammarIndex?>(nil)

  init(compile: @escaping @Sendable () throws(SchemaError) -> RelaxNGEngine) {
    self.compile = compile
  }

  /// The compiled schema.
  func compiled() throws(SchemaError) -> RelaxNGEngine {
    let result = engine.withLock { engine in
      if let engine { return engine }
      let new = Result { () throws(SchemaError) in try compile() }
      engine = new
      return new
    }
    return try result.get()
  }

  /// What is wrong with a document, in its order, with the document as UTF-8; empty when it's valid.
  ///
  /// - Throws: `XMLFault` where it isn't well-formed, `SchemaError` where the schema can't be used.
  func findings(
    in bytes: [UInt8], meaningOfDate: (String) -> String?
  ) throws -> [Finding] {
    let engine = try compiled()
    let faults = try engine.faults(in: bytes)
    if faults.isEmpty { return [] }
    let source = try XMLSource(bytes)
    let surroundings = Surroundings(try XMLReader().parse(source))
    return engine.withAutomaton { automaton in
      withoutActuallyEscaping(meaningOfDate) { meaningOfDate in
        let messages = Messages(
          source: source.utf8, index: index(of: engine.grammar), surroundings: surroundings,
          meaningOfDate: meaningOfDate, places: automaton.places)
        return messages.findings(of: faults)
      }
    }
  }

  private func index(of grammar: Grammar) -> GrammarIndex {
    index.withLock { index in
      let made = index ?? GrammarIndex(grammar.documents)
      index = made
      return made
    }
  }
}
