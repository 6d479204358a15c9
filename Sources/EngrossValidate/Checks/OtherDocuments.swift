import EngrossModel
import EngrossXML
import Synchronization

/// The identifiers of the documents of one call, each read when a pointer first leads into it.
package final class OtherDocuments: Sendable {
  private let paths: Set<String>
  private let known = Mutex<[String: Set<String>]>([:])

  /// - Parameter paths: the files of the call.
  package init(paths: [String]) { self.paths = Set(paths.map { Address.normal($0) }) }

  /// Whether a document of the call has an identifier; nil when it isn't one of the call, or can't
  /// be read.
  func has(_ identifier: String, in path: String) -> Bool? {
    let path = Address.normal(path)
    guard paths.contains(path) else { return nil }
    if let known = known.withLock({ $0[path] }) { return known.contains(identifier) }
    guard let bytes = try? LocalFile.bytes(path), let document = try? XMLReader().parse(bytes)
    else { return nil }
    let identifiers = DocumentChecks.identifiers(of: document)
    known.withLock { $0[path] = identifiers }
    return identifiers.contains(identifier)
  }
}
