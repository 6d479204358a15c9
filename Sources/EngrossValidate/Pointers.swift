import EngrossModel

/// The ids and the local pointers of a document (TEI Guidelines, SA, Pointing Mechanisms).
struct Pointers {
  /// The first id that stands twice, or pointer whose target isn't there; nil when there's none.
  let fault: String?

  private static let names: Set<String> = ["ref", "resp", "who", "target", "corresp", "scheme"]

  init(_ document: Document) {
    var ids: Set<String> = []
    var duplicate: String?
    var targets: Set<String> = []
    let names = document.names.map { $0.namespace.isEmpty && Self.names.contains($0.local) }
    let identifier = document.number(of: Name(namespace: Name.xmlNamespace, local: "id"))
    for attribute in document.attributes {
      if attribute.name == identifier {
        let id = document.string(attribute.range)
        if !ids.insert(id).inserted { duplicate = duplicate ?? id }
      } else if names[Int(attribute.name)] {
        let value = document.storage[attribute.range]
        for target in value.split(separator: 0x20) where target.first == UInt8(ascii: "#") {
          targets.insert(String(decoding: target.dropFirst(), as: UTF8.self))
        }
      }
    }
    let dangling = targets.subtracting(ids).min()
    fault =
      duplicate.map { "the id \"\($0)\" stands twice" }
      ?? dangling.map { "the pointer \"#\($0)\" has no target" }
  }
}
