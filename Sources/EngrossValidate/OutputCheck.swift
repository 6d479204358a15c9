import EngrossModel

/// Proves that documents are valid against the bundled RELAX NG, and that their ids and pointers
/// hold; made once, used from many threads at once.
///
/// It stands at the end of every encoding, so it must be quick: the engine reads the schema in a
/// few milliseconds, and validates on the tree. `Validator` says in words what is wrong.
package struct OutputCheck: Sendable {
  private let grammar = LazyGrammar()

  package init() {}

  /// What is wrong with a document first, in a few words for whoever mends Engross; nil when
  /// nothing is.
  package func fault(in document: Document) -> String? {
    do throws(SchemaError) {
      if let fault = try grammar.judge().engine.fault(in: document) {
        return "it isn't valid at byte \(fault.offset)"
      }
    } catch {
      return "the bundled schema can't be used: \(error.diagnostic.message)"
    }
    return Pointers(document).fault
  }
}
