import EngrossModel
import EngrossXML
import Synchronization

/// What judges RELAX NG.
package enum ValidationEngine: Sendable {
  case engross
  /// libxml2, as a second opinion.
  case libxml2
}

/// Says what is wrong with XML documents; made once, used from many threads at once.
package struct Validator: Sendable {
  /// What judges: RELAX NG by our own engine, all else by libxml2, or both.
  private enum Means: Sendable {
    case grammar(GrammarJudge)
    case schemas(SchemaPool)
    case bundled(LazyGrammar, SchemaPool)
  }

  private let means: Means

  /// Uses the bundled customisation of TEI.
  package init() {
    means = .bundled(LazyGrammar(), SchemaPool { () throws(SchemaError) in try SchemaSet() })
  }

  /// Uses one schema; `path` tells where what it includes is found, and its language where none is
  /// given.
  package init(
    schema: [UInt8], path: String, language: SchemaLanguage? = nil,
    engine: ValidationEngine = .engross, catalog: Catalog? = nil
  ) throws(SchemaError) {
    guard let language = language ?? SchemaLanguage(path: path) else {
      throw SchemaError(
        "\"\(path)\" isn't a schema by its name; that ends with .rng, .rnc, .xsd, .sch, .isosch or .dtd"
      )
    }
    if engine == .engross, language == .relaxNG || language == .relaxNGCompact {
      means = .grammar(
        GrammarJudge(
          engine: try RelaxNGEngine(
            schema: schema, path: path, language: language, catalog: catalog)))
      return
    }
    let pool = SchemaPool { () throws(SchemaError) in
      let made = SchemaFiles.$catalog.withValue(catalog) {
        Result { () throws(SchemaError) in
          try SchemaSet(schema, path: path, language: language)
        }
      }
      return try made.get()
    }
    try pool.fill()
    means = .schemas(pool)
  }

  /// All that is wrong, in the document's order, one message a mistake; empty when it's valid.
  ///
  /// - Parameter checksIdentifiers: whether what a RELAX NG schema calls identifiers is checked.
  /// - Parameter meaningOfDate: what words mean as a date, to advise by.
  package func diagnostics(
    of bytes: [UInt8], checksIdentifiers: Bool = true,
    meaningOfDate: @escaping (String) -> String? = { _ in nil }
  ) -> [Diagnostic] {
    do {
      return diagnostics(
        of: try XMLSource(bytes), checksIdentifiers: checksIdentifiers,
        meaningOfDate: meaningOfDate, beside: nil)
    } catch {
      return [error.diagnostic]
    }
  }

  /// Whether documents are told as events, which others can be told beside it.
  var tellsEvents: Bool { if case .schemas = means { false } else { true } }

  /// All that is wrong with a document that was decoded before.
  ///
  /// - Parameter listener: is told the document too, where `tellsEvents`.
  func diagnostics(
    of source: XMLSource, checksIdentifiers: Bool, meaningOfDate: @escaping (String) -> String?,
    beside listener: (any EventReceiver)?
  ) -> [Diagnostic] {
    do {
      switch means {
      case .grammar(let judge):
        let found = try judge.findings(
          in: source, checksIdentifiers: checksIdentifiers, meaningOfDate: meaningOfDate,
          beside: listener)
        if found.isEmpty { return [] }
        return Report(source.utf8).diagnostics(found.map { ("rng", $0) })
      case .schemas(let pool): return try pool.diagnostics(of: source, beside: [])
      case .bundled(let grammar, let pool):
        let found = try grammar.judge().findings(
          in: source, checksIdentifiers: true, meaningOfDate: meaningOfDate, beside: listener)
        return try pool.diagnostics(of: source, beside: found)
      }
    } catch let error as XMLFault {
      return [error.diagnostic]
    } catch let error as SchemaError {
      // A schema that compiled once and now doesn't: out of memory, or a defect of ours.
      return [error.diagnostic]
    } catch {
      preconditionFailure("nothing else is thrown")
    }
  }
}

/// Compiled schemas that wait for work: libxml2's aren't to be shared between threads at one time,
/// and cost more to compile than to use.
private final class SchemaPool: Sendable {
  /// A set on its way from one thread to another.
  ///
  /// Unchecked, as a set is never shared: whoever takes it from the pool has it alone.
  struct Entry: @unchecked Sendable { let value: SchemaSet }

  private let waiting = Mutex<[Entry]>([])
  private let compile: @Sendable () throws(SchemaError) -> SchemaSet

  init(compile: @escaping @Sendable () throws(SchemaError) -> SchemaSet) { self.compile = compile }

  func fill() throws(SchemaError) { giveBack(try take()) }

  func diagnostics(of source: XMLSource, beside found: [Finding]) throws -> [Diagnostic] {
    let document = try LibXMLDocument(source)
    let set = try take()
    defer { giveBack(set) }
    return set.value.diagnostics(of: document, beside: found)
  }

  func take() throws(SchemaError) -> Entry {
    if let entry = waiting.withLock({ $0.popLast() }) { return entry }
    return Entry(value: try compile())
  }

  func giveBack(_ entry: Entry) { waiting.withLock { $0.append(entry) } }
}
