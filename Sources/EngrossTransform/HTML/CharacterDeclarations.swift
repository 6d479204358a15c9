import EngrossModel

/// The characters that a document's `charDecl` maps to code points (TEI Guidelines, WD).
enum CharacterDeclarations {
  /// Code points by the id of their `char`.
  static func scalars(in document: Document) -> [String: UInt32] {
    guard document.number(of: Name(namespace: Name.teiNamespace, local: "charDecl")) != nil,
      let root = document.root
    else { return [:] }
    var scalars: [String: UInt32] = [:]
    for declaration in root.first("teiHeader")?.first("encodingDesc")?.all("char") ?? [] {
      guard let id = declaration["xml:id"],
        let mapping = declaration.children.first(where: {
          $0.name.local == "mapping" && $0["type"] == "code-point"
        }),
        mapping.text.hasPrefix("U+"), let scalar = UInt32(mapping.text.dropFirst(2), radix: 16)
      else { continue }
      scalars[id] = scalar
    }
    return scalars
  }
}
