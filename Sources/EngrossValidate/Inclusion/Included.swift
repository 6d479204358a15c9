import EngrossModel
import EngrossXML

/// A file that takes part in an inclusion: its bytes as UTF-8, and its tree.
struct Included {
  let bytes: [UInt8]
  let tree: Document
  /// Where it is; nil for standard input.
  let path: String?
  /// What findings call it; nil for the document itself.
  let name: String?
  /// The elements to be replaced, in order.
  let inclusions: [Int]

  init(_ bytes: [UInt8], path: String?, name: String? = nil) throws(XMLFault) {
    let source = try XMLSource(bytes)
    tree = try XMLReader().parse(source)
    // The bytes are UTF-8 now, whatever they declare; what declares it is blank, not gone, so that
    // no place moves.
    var utf8 = source.utf8
    let start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if utf8[start...].starts(with: Array("<?xml".utf8)), start + 5 < utf8.count,
      Prolog.isSpace(utf8[start + 5]), let end = utf8.firstIndex(of: UInt8(ascii: ">"))
    {
      for index in start...end where !Prolog.isSpace(utf8[index]) { utf8[index] = 0x20 }
    }
    self.bytes = utf8
    self.path = path
    self.name = name
    let number = tree.number(of: Name(namespace: XInclude.namespace, local: "include"))
    let nodes = tree.nodes
    inclusions = nodes.indices.filter { nodes[$0].kind == .element && nodes[$0].name == number }
  }

  /// The outermost element or, by a pointer that is a bare name, the element with that id.
  func node(_ pointer: String?) -> Int? {
    guard let pointer else { return tree.root?.index }
    let identifier = tree.number(of: Name(namespace: Name.xmlNamespace, local: "id"))
    return tree.nodes.indices.first { index in
      tree.nodes[index].kind == .element
        && tree.attributes(of: index).contains {
          $0.name == identifier && tree.string($0.range) == pointer
        }
    }
  }

  /// What each prefix is bound to inside the parent of a node, by `xmlns` and `xmlns:PREFIX`.
  func scope(of node: Int) -> [String: String] {
    var scope: [String: String] = [:]
    for (index, other) in tree.nodes.prefix(node).enumerated()
    where other.kind == .element && Int(other.next) > node {
      for (name, value) in declarations(at: index) { scope[name] = value }
    }
    return scope
  }

  /// The namespace declarations that a node needs so as to mean in another scope what it means here.
  func declarations(for node: Int, in scope: [String: String]) -> String {
    let own = declarations(at: node)
    let here = self.scope(of: node)
    var text = ""
    for name in Set(here.keys).union(scope.keys.filter { $0 == "xmlns" }).sorted()
    where own[name] == nil && (here[name] ?? "") != (scope[name] ?? "") {
      text += " \(name)=\"\((here[name] ?? "").asXML)\""
    }
    return text
  }

  private func declarations(at node: Int) -> [String: String] {
    let start = Int(tree.nodes[node].offset) + 1
    var quote: UInt8 = 0
    let tag = bytes[start...].prefix { byte in
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      return quote != 0 || byte != UInt8(ascii: ">")
    }
    var scanner = AttributeScanner(tag.drop { !Prolog.isSpace($0) })
    return scanner.all().filter { $0.key == "xmlns" || $0.key.hasPrefix("xmlns:") }
  }
}
