import EngrossModel

/// Which namespace each prefix is bound to at one place of a document that is being written.
struct NamespaceScope {
  private let prefixes: [Int]
  private let namespaces: [Int]
  /// For each prefix the number of its namespace.
  private var bound: [Int]
  private var undo: [(prefix: Int, namespace: Int)] = []

  init(_ names: ContiguousArray<Name>) {
    var prefixNumbers = Numbers(["", "xml"])
    var namespaceNumbers = Numbers(["", Name.xmlNamespace])
    let prefixes = names.map { prefixNumbers.number(of: $0.prefix) }
    let namespaces = names.map { namespaceNumbers.number(of: $0.namespace) }
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

/// The numbers of strings, of which most documents have three or four.
private struct Numbers {
  private var first: [String]
  private var rest: [String: Int] = [:]

  init(_ first: [String]) { self.first = first }

  var count: Int { first.count + rest.count }

  mutating func number(of string: String) -> Int {
    if let number = first.firstIndex(of: string) ?? rest[string] { return number }
    let number = count
    if first.count < 8 { first.append(string) } else { rest[string] = number }
    return number
  }
}
