import EngrossModel
import Synchronization

/// Schemas by their address, each compiled once and shared by all documents and threads.
final class SchemaLibrary: Sendable {
  /// A schema ready for use, and what it's called in a report.
  struct Entry: Sendable {
    let name: String
    let validator: Validator
  }

  private struct Key: Hashable, Sendable {
    let path: String
    let language: SchemaLanguage?
  }

  /// A place for one schema: whoever asks for it while it's being compiled waits.
  private final class Shelf: Sendable {
    let result = Mutex<Result<Entry, SchemaError>?>(nil)
  }

  private let catalog: Catalog
  private let engine: ValidationEngine
  private let shelves = Mutex<[Key: Shelf]>([:])

  init(catalog: Catalog, engine: ValidationEngine) {
    self.catalog = catalog
    self.engine = engine
  }

  /// The schema of a reference that stands in a file; nil for one that a call names.
  func schema(_ reference: SchemaReference, from file: String?) throws(SchemaError) -> Entry {
    let path = try path(of: reference, from: file)
    let key = Key(path: LocalFile.identity(path), language: reference.language)
    let shelf = shelves.withLock { shelves in
      if let shelf = shelves[key] { return shelf }
      let shelf = Shelf()
      shelves[key] = shelf
      return shelf
    }
    let result = shelf.result.withLock { result in
      if let result { return result }
      let new = compile(path, reference)
      result = new
      return new
    }
    return try result.get()
  }

  private func compile(
    _ path: String, _ reference: SchemaReference
  ) -> Result<Entry, SchemaError> {
    let bytes: [UInt8]
    do {
      bytes = try LocalFile.bytes(path)
    } catch {
      return .failure(SchemaError("the schema \"\(path)\" can't be read: \(error.message)"))
    }
    do throws(SchemaError) {
      let validator = try Validator(
        schema: bytes, path: path, language: reference.language, engine: engine,
        catalog: catalog)
      return .success(Entry(name: path, validator: validator))
    } catch {
      return .failure(error.inFile(path))
    }
  }

  private func path(
    of reference: SchemaReference, from file: String?
  ) throws(SchemaError) -> String {
    let address = Address(reference.address)
    if let found = catalog.resolve(
      reference.address, publicIdentifier: reference.publicIdentifier)
    {
      let local = Address(found)
      if local.isRemote {
        throw SchemaError("a catalog says \"\(found)\", which isn't on this machine either")
      }
      return Address.normal(local.path(from: nil))
    }
    if address.isRemote { throw SchemaError(Self.advice(reference.address)) }
    return Address.normal(address.path(from: reference.origin == .option ? nil : file))
  }

  static func advice(_ address: String) -> String {
    let name = address.split(separator: "/").last.map(String.init) ?? "schema.rng"
    return
      "\"\(address)\" isn't read from the network; a catalog (--catalog) names a local copy: "
      + "<uri name=\"\(address)\" uri=\"\(name)\"/>"
  }
}
