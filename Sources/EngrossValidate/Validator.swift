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
  private let pool: SchemaPool

  /// Uses the bundled customisation of TEI.
  package init() { pool = SchemaPool { () throws(SchemaError) in try SchemaSet() } }

  /// Uses one schema; `path` tells where what it includes is found, and its language where none is
  /// given.
  package init(
    schema: [UInt8], path: String, language: SchemaLanguage? = nil,
    engine: ValidationEngine = .engross, catalog: Catalog? = nil
  ) throws(SchemaError) {
    pool = SchemaPool { () throws(SchemaError) in
      let made = SchemaFiles.$catalog.withValue(catalog) {
        Result { () throws(SchemaError) in
          try SchemaSet(schema, path: path, language: language)
        }
      }
      return try made.get()
    }
    try pool.fill()
  }

  /// All that is wrong, in the document's order, one message a mistake; empty when it's valid.
  package func diagnostics(of bytes: [UInt8]) -> [Diagnostic] {
    let document: LibXMLDocument
    do {
      document = try LibXMLDocument(bytes)
    } catch {
      return [error.diagnostic]
    }
    do {
      let set = try pool.take()
      defer { pool.giveBack(set) }
      return set.value.diagnostics(of: document)
    } catch {
      // A schema that compiled once and now doesn't: out of memory, or a defect of ours.
      return [error.diagnostic]
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
