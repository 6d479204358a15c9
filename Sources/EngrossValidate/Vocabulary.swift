import CLibXML2
import EngrossXML

/// The names that a schema knows, and its elements' namespace.
struct Vocabulary {
  private(set) var names: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var namespace = ""

  /// Knows nothing.
  init() {}

  /// Collects them from a schema's own document; what it includes isn't looked at.
  init(of schema: LibXMLDocument) {
    // Safe: walks a tree that `schema` keeps alive through the call, by its own links.
    let root = xmlDocGetRootElement(schema.pointer)
    var node = root
    namespace = Self.attribute("ns", of: root) ?? Self.attribute("targetNamespace", of: root) ?? ""
    while let current = node {
      if current.pointee.type == XML_ELEMENT_NODE, let local = current.pointee.name {
        let local = String(xml: local)
        if local == "attribute", let name = Self.attribute("name", of: current) {
          attributes.insert(String(name.split(separator: ":").last ?? ""))
        }
        if local == "element", let name = Self.attribute("name", of: current) { names.insert(name) }
      }
      if let child = current.pointee.children {
        node = child
        continue
      }
      var next: xmlNodePtr? = current
      while let above = next, above.pointee.next == nil {
        next = above == root ? nil : above.pointee.parent
      }
      node = next?.pointee.next
    }
  }

  private static func attribute(_ name: String, of node: xmlNodePtr?) -> String? {
    guard let value = xmlGetNoNsProp(node, name) else { return nil }
    // Safe: libxml2 hands over a copy, which is freed once it's a String.
    defer { engross_xml_free(value) }
    return String(xml: value)
  }
}
