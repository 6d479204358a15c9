import CLibXML2
import EngrossModel
import EngrossXML
import Synchronization

/// OASIS XML catalogs, which say where the local copy of a public address is.
package final class Catalog: Sendable {
  /// Unchecked, as libxml2's catalogs are used under the lock alone.
  private struct Entry: @unchecked Sendable { let pointer: xmlCatalogPtr }
  private let entries: Mutex<[Entry]>

  /// Reads catalogs; an address is looked up in each, in their order.
  init(_ paths: [String]) throws(SchemaError) {
    var loaded: [Entry] = []
    for path in paths {
      let isCatalog: Bool
      do {
        let bytes = try LocalFile.bytes(path)
        let root = (try? XMLReader().parse(bytes))?.root?.name
        isCatalog =
          root == Name(namespace: "urn:oasis:names:tc:entity:xmlns:xml:catalog", local: "catalog")
      } catch {
        Self.free(loaded)
        throw SchemaError("the catalog \"\(path)\" can't be read: \(error.message)")
      }
      guard isCatalog, let catalog = Self.guarded({ xmlLoadACatalog(path) }) else {
        Self.free(loaded)
        throw SchemaError("\"\(path)\" isn't an OASIS XML catalog")
      }
      loaded.append(Entry(pointer: catalog))
    }
    entries = Mutex(loaded)
  }

  deinit { entries.withLock { Self.free($0) } }

  private static func free(_ entries: [Entry]) {
    for entry in entries { xmlFreeCatalog(entry.pointer) }
  }

  /// The address that catalogs give for another; nil when none has it.
  func resolve(_ address: String, publicIdentifier: String? = nil) -> String? {
    entries.withLock { entries in
      for entry in entries {
        let found = Self.guarded { () -> UnsafeMutablePointer<xmlChar>? in
          xmlACatalogResolve(entry.pointer, publicIdentifier, address)
            ?? xmlACatalogResolveURI(entry.pointer, address)
        }
        guard let found else { continue }
        // Safe: libxml2 hands over a copy, which is freed once it's a String.
        defer { engross_xml_free(found) }
        return String(xml: found)
      }
      return nil
    }
  }

  /// Runs a call of libxml2 that may read further catalogs: from files, never from the network, and
  /// without a word on standard error.
  private static func guarded<Result>(_ call: () -> Result) -> Result {
    Complaints().collect { SchemaFiles.withAccess(call).result }
  }
}
