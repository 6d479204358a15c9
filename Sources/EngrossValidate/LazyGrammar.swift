import EngrossModel
import Synchronization

/// The bundled grammar, compiled when it's first needed.
final class LazyGrammar: Sendable {
  private let made = Mutex<Result<GrammarJudge, SchemaError>?>(nil)

  func judge() throws(SchemaError) -> GrammarJudge {
    let result = made.withLock { made in
      if let made { return made }
      let new = Result { () throws(SchemaError) in
        GrammarJudge(
          engine: try RelaxNGEngine(schema: BundledSchemas.relaxNG, path: "engross.rng"))
      }
      made = new
      return new
    }
    return try result.get()
  }
}
