import EngrossModel

/// Where the other files of a schema come from.
protocol SchemaFileReader {
  /// The path that an address means, seen from a file.
  func path(of address: String, from file: String) throws(SchemaError) -> String
  /// The outermost element of the schema at a path.
  func read(_ path: String) throws(SchemaError) -> SchemaElement
}

/// Files of this machine, with what catalogs say of public addresses; never the network.
struct LocalSchemaFiles: SchemaFileReader {
  let catalog: Catalog?

  func path(of address: String, from file: String) throws(SchemaError) -> String {
    if let found = catalog?.resolve(address) {
      let local = Address(found)
      if local.isRemote {
        throw SchemaError("a catalog says \"\(found)\", which isn't on this machine either")
      }
      return Address.normal(local.path(from: nil))
    }
    if Address(address).isRemote { throw SchemaError(SchemaLibrary.advice(address)) }
    return Address.normal(Address(address).path(from: file))
  }

  func read(_ path: String) throws(SchemaError) -> SchemaElement {
    let bytes: [UInt8]
    do {
      bytes = try LocalFile.bytes(path)
    } catch {
      throw SchemaError("\"\(path)\" can't be read: \(error.message)")
    }
    return try SchemaElement.read(bytes, language: SchemaLanguage(path: path) ?? .relaxNG)
  }
}

extension SchemaElement {
  /// The outermost element of a schema in either syntax.
  static func read(
    _ bytes: [UInt8], language: SchemaLanguage
  ) throws(SchemaError) -> SchemaElement {
    language == .relaxNGCompact
      ? try CompactParser.parse(bytes) : try SchemaReader.read(bytes)
  }
}
