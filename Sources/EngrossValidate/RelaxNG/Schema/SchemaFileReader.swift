import EngrossModel

/// Where the other files of a schema come from.
protocol SchemaFileReader {
  /// The path that an address means, seen from a file.
  func path(of address: String, from file: String) throws(SchemaError) -> String
  /// Reads the schema at a path, and gives its outermost element.
  func read(_ path: String, into tree: inout SchemaTree) throws(SchemaError) -> SchemaElement
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

  func read(_ path: String, into tree: inout SchemaTree) throws(SchemaError) -> SchemaElement {
    let bytes: [UInt8]
    do {
      bytes = try LocalFile.bytes(path)
    } catch {
      throw SchemaError("\"\(path)\" can't be read: \(error.message)")
    }
    return try tree.read(bytes, path: path, language: SchemaLanguage(path: path) ?? .relaxNG)
  }
}
