import EngrossModel

/// Which namespace each prefix is bound to at one place of a document that is being written.
struct NamespaceScope {
  private let prefixes: [Int]
  private let namespaces: [Int]
  /// For each prefix the number of its namespace.
  private var bound: [Int]
  private var undo: [(prefix: Int, namespace: Int)] = []

  init(_ names: ContiguousArray<Name>) {
    var prefixNumbers = ["": 0, "xml": 1]
    var namespaceNumbers = ["": 0, Name.xmlNamespace: 1]
    var prefixes: [Int] = []
    var namespaces: [Int] = []
    for name in names {
      let prefix = prefixNumbers[name.prefix] ?? prefixNumbers.count
      prefixNumbers[name.prefix] = prefix
      let namespace = namespaceNumbers[name.namespace] ?? namespaceNumbers.count
      namespaceNumbers[name.namespace] = namespace
      prefixes.append(prefix)
      namespaces.append(namespace)
    }
    self.prefixes = prefixes
    self.namespaces = namespaces
    bound = Array(repeating: -1, count: prefixNumbers.count)
    // No prefix is bound to no namespace, and "xml" to its own, without a declaration
    // (Namespaces in XML 1.0, sections 3 and 6.2).
    bound[0] = 0
    bound[1] = 1
  }

  /// How many bindings are in force; `leave(to:)` goes back to it.
  var depth: Int { undo.count }

  func isBound(_ name: Int) -> Bool { bound[prefixes[name]] == namespaces[name] }

  mutating func bind(_ name: Int) {
    undo.append((prefixes[name], bound[prefixes[name]]))
    bound[prefixes[name]] = namespaces[name]
  }

  mutating func leave(to depth: Int) {
    while undo.count > depth {
      let last = undo.removeLast()
      bound[last.prefix] = last.namespace
    }
  }
}
