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
  /// Judges by RELAX NG.
  private let grammar: RelaxNGJudge?
  /// Judges by all else.
  private let pool: SchemaPool?

  /// Uses the bundled customisation of TEI, its RELAX NG and its Schematron.
  package init() {
    grammar = RelaxNGJudge { () throws(SchemaError) in
      try RelaxNGEngine(schema: BundledSchemas.relaxNG, path: "engross.rng")
    }
    pool = SchemaPool { () throws(SchemaError) in try SchemaSet() }
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
    let isRelaxNG = language == .relaxNG || language == .relaxNGCompact
    if isRelaxNG, engine == .engross {
      let compiled = try RelaxNGEngine(
        schema: schema, path: path, language: language, catalog: catalog)
      grammar = RelaxNGJudge { compiled }
      pool = nil
      return
    }
    grammar = nil
    let pool = SchemaPool { () throws(SchemaError) in
      let made = SchemaFiles.$catalog.withValue(catalog) {
        Result { () throws(SchemaError) in
          try SchemaSet(schema, path: path, language: language)
        }
      }
      return try made.get()
    }
    try pool.fill()
    self.pool = pool
  }

  /// All that is wrong, in the document's order, one message a mistake; empty when it's valid.
  ///
  /// - Parameter meaningOfDate: what words mean as a date, in the form that `@when` takes.
  package func diagnostics(
    of bytes: [UInt8], meaningOfDate: (String) -> String? = { _ in nil }
  ) -> [Diagnostic] {
    do {
      let findings = try grammar?.findings(in: bytes, meaningOfDate: meaningOfDate) ?? []
      if let pool {
        let set = try pool.take()
        defer { pool.giveBack(set) }
        return set.value.diagnostics(of: try LibXMLDocument(bytes), beside: findings)
      }
      if findings.isEmpty { return [] }
      return Report(try XMLSource(bytes).utf8).diagnostics(findings.map { ("rng", $0) })
    } catch let fault as XMLFault {
      return [fault.diagnostic]
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

  func take() throws(SchemaError) -> Entry {
    if let entry = waiting.withLock({ $0.popLast() }) { return entry }
    return Entry(value: try compile())
  }

  func giveBack(_ entry: Entry) { waiting.withLock { $0.append(entry) } }
}
