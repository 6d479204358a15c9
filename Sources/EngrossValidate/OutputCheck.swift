import EngrossModel
import EngrossXML
import Synchronization

/// Proves that documents are valid against the bundled RELAX NG, and that their ids and pointers
/// hold; made once, used from many threads at once.
///
/// It stands at the end of every encoding, so it must be quick: the engine reads the schema in a
/// few milliseconds, and validates on the tree. `Validator` says in words what is wrong.
package struct OutputCheck: Sendable {
  private let pool = EnginePool()

  package init() {}

  /// What is wrong with a document first, in a few words for whoever mends Engross; nil when
  /// nothing is.
  package func fault(in document: Document) -> String? {
    let engine: EnginePool.Entry
    do {
      engine = try pool.take()
    } catch {
      return "the bundled schema can't be used: \(error.diagnostic.message)"
    }
    defer { pool.giveBack(engine) }
    if let node = engine.value.firstFault(in: document) {
      return "it isn't valid at byte \(document.nodes[node].offset)"
    }
    return Pointers(document).fault
  }
}

/// Engines that wait for work; each is used by one thread at a time, since it remembers what it
/// works out.
private final class EnginePool: Sendable {
  /// Unchecked, as an engine is never shared: whoever takes it from the pool has it alone.
  struct Entry: @unchecked Sendable { let value: RelaxNGEngine }

  private let waiting = Mutex<[Entry]>([])

  func take() throws(SchemaError) -> Entry {
    if let entry = waiting.withLock({ $0.popLast() }) { return entry }
    return Entry(value: try RelaxNGEngine(schema: BundledSchemas.relaxNG))
  }

  func giveBack(_ entry: Entry) {
    if entry.value.isLarge { return }
    waiting.withLock { $0.append(entry) }
  }
}
