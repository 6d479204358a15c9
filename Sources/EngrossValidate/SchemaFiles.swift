import CLibXML2
import EngrossXML
import Synchronization

/// What libxml2 may open while it compiles a schema: the bundled `xml.xsd` under a scheme of our own
/// and files; nothing from the network.
///
/// libxml2 has one table of input callbacks a process, and its schema parsers forget
/// `XML_PARSE_NONET`. Ours are added once, answer only on a thread that is compiling one of our
/// schemas, and leave everything else to libxml2.
enum SchemaFiles {
  /// The address to which the import of the bundled XML Schema resolves.
  private static let bundledXMLAttributes = "engross:/xml.xsd"

  /// The addresses refused to the compilation that runs on this thread; nil when none runs.
  @TaskLocal private static var refused: Refused?

  /// Where the local copies of public addresses are, for the compilation that runs on this thread.
  @TaskLocal static var catalog: Catalog?

  /// Runs a compilation, with the callbacks in force on this thread.
  static func withAccess<Result>(
    _ compile: () -> Result
  ) -> (result: Result, refused: [String]) {
    LibXML.start()
    registered
    let addresses = Refused(allowsFiles: true)
    let result = $refused.withValue(addresses, operation: compile)
    return (result, addresses.list.withLock { $0 })
  }

  /// Runs a validation, during which nothing at all may be opened: `xsi:schemaLocation` would let
  /// a document name files and addresses to read.
  static func withoutAccess(_ validate: () -> Void) {
    LibXML.start()
    registered
    $refused.withValue(Refused(allowsFiles: false), operation: validate)
  }

  private final class Refused: Sendable {
    let allowsFiles: Bool
    let list = Mutex<[String]>([])

    init(allowsFiles: Bool) { self.allowsFiles = allowsFiles }
  }

  /// What an address that isn't a file's stands for: ours, or what a catalog says.
  private static func content(of address: String) -> [UInt8]? {
    if address == bundledXMLAttributes { return BundledSchemas.xmlAttributes }
    guard refused?.allowsFiles == true, let found = catalog?.resolve(address) else { return nil }
    let local = Address(found)
    return local.isRemote ? nil : try? LocalFile.bytes(local.path(from: nil))
  }

  /// A static's initialiser runs once, whatever threads ask for it.
  private static let registered: Void = {
    // The defaults come first in the table, so that ours are asked before them.
    xmlRegisterDefaultInputCallbacks()
    xmlRegisterInputCallbacks(
      { address in
        guard let refused, let address else { return 0 }
        if !refused.allowsFiles { return 1 }
        // Safe: a NUL-terminated string that lives until the callback returns.
        let name = String(cString: address)
        return name.hasPrefix("engross:") || name.contains("://") && !name.hasPrefix("file:")
          ? 1 : 0
      },
      { address in
        guard let address else { return nil }
        let name = String(cString: address)
        // A remote address that isn't known gets an empty file, as libxml2 would take "can't open"
        // for an invitation to try the network.
        let bytes = content(of: name)
        if bytes == nil { refused?.list.withLock { $0.append(name) } }
        // Safe: balanced by the closing callback.
        return Unmanaged.passRetained(OpenFile(bytes ?? [])).toOpaque()
      },
      { file, buffer, length in
        guard let file, let buffer else { return -1 }
        // Safe: `file` was made by the opening callback; `buffer` has room for `length` bytes.
        let open = Unmanaged<OpenFile>.fromOpaque(file).takeUnretainedValue()
        let chunk = open.rest.prefix(Int(length))
        UnsafeMutableRawPointer(buffer).copyBytes(from: chunk)
        open.rest = open.rest.dropFirst(chunk.count)
        return Int32(chunk.count)
      },
      { file in
        // Safe: gives back what the opening callback retained.
        if let file { Unmanaged<OpenFile>.fromOpaque(file).release() }
        return 0
      })
  }()

  /// A file that libxml2 reads piece by piece.
  private final class OpenFile {
    var rest: ArraySlice<UInt8>
    init(_ bytes: [UInt8]) { rest = bytes[...] }
  }
}

extension UnsafeMutableRawPointer {
  fileprivate func copyBytes(from slice: ArraySlice<UInt8>) {
    // Safe: the caller has checked that the slice fits.
    slice.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { copyMemory(from: start, byteCount: bytes.count) }
    }
  }
}
