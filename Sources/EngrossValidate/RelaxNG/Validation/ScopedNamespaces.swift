import EngrossModel

/// What prefixes stand for at a place of a document.
struct ScopedNamespaces: ValueContext {
  private var bindings: [(prefix: String, namespace: String, depth: Int)] = [
    ("xml", Name.xmlNamespace, -1), ("", "", -1),
  ]

  mutating func bind(_ prefix: String, to namespace: String, depth: Int) {
    bindings.append((prefix, namespace, depth))
  }

  /// Forgets what elements at a depth, or deeper, bind.
  mutating func leave(depth: Int) {
    while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
  }

  func namespace(ofPrefix prefix: String) -> String? {
    bindings.last { $0.prefix == prefix }?.namespace
  }

  func declaresUnparsedEntity(_ name: String) -> Bool { false }
}
