import EngrossModel
import EngrossXML

/// Puts what a document includes into it (W3C, XML Inclusions 1.0): whole documents, elements by
/// their id, and text, from files alone.
///
/// It works on the bytes, so that each finding keeps its place in the file that it is in. No
/// `xml:base` is added, since a schema needn't allow it.
struct XInclude {
  static let namespace = "http://www.w3.org/2001/XInclude"
  /// What all files together may come to, and how deep they may include one another.
  private static let longest = 1_000_000_000
  private static let deepest = 40
  private static let most = 100_000

  private let catalog: Catalog
  private var result = ExpandedDocument()
  private var faults: [Diagnostic] = []
  private var count = 0

  /// The expanded document, or the diagnostics that say why there is none.
  static func expand(
    _ source: [UInt8], path: String?, catalog: Catalog
  ) -> (document: ExpandedDocument?, diagnostics: [Diagnostic]) {
    var include = XInclude(catalog: catalog)
    do {
      let file = try Included(source, path: path)
      let number = include.result.file(nil, file.bytes)
      include.copy(
        0..<file.bytes.count, of: file, number, open: [path.map { LocalFile.identity($0) } ?? ""])
    } catch {
      return (nil, [error.diagnostic])
    }
    return include.faults.isEmpty ? (include.result, []) : (nil, include.faults)
  }

  private init(catalog: Catalog) { self.catalog = catalog }

  /// Copies a range of a file, with its inclusions replaced.
  private mutating func copy(
    _ range: Range<Int>, of file: Included, _ number: Int, open: [String]
  ) {
    var index = range.lowerBound
    for node in file.inclusions {
      let offset = Int(file.tree.nodes[node].offset)
      guard offset >= index, offset < range.upperBound else { continue }
      let element = ElementRange(in: file.bytes, at: offset)
      result.append(index..<offset, of: number)
      replace(node, element, of: file, number, open: open)
      index = element.whole.upperBound
      if !faults.isEmpty { return }
    }
    result.append(index..<range.upperBound, of: number)
  }

  private mutating func replace(
    _ node: Int, _ range: ElementRange, of file: Included, _ number: Int, open: [String]
  ) {
    let element = Element(document: file.tree, index: node)
    let address = Address(element["href"] ?? "")
    func fail(_ message: String) -> Diagnostic {
      let map = SourceMap(file.bytes)
      return Diagnostic(
        id: "xinclude.not-included", message: message,
        position: map.position(at: range.whole.lowerBound), in: file.name)
    }
    if address.text.isEmpty {
      faults.append(fail("\"include\" without @href isn't supported; it names a file"))
      return
    }
    let found = catalog.resolve(address.text).map { Address($0) }
    let target = found ?? address
    if target.isRemote {
      faults.append(
        fail(
          "\"\(target.text)\" isn't read from the network; a catalog (--catalog) names a local copy"
        ))
      return
    }
    let path = Address.normal(target.path(from: found == nil ? file.path : nil))
    count += 1
    let identity = LocalFile.identity(path)
    if open.contains(identity) {
      faults.append(fail("\"\(path)\" includes itself"))
      return
    }
    if open.count > Self.deepest || result.bytes.count > Self.longest || count > Self.most {
      faults.append(fail("files include one another without end"))
      return
    }
    do throws(LocalFile.Failure) {
      let bytes = try LocalFile.bytes(path)
      if element["parse"] == "text" {
        result.insert(
          String(decoding: bytes, as: UTF8.self).asXMLText, for: range.whole.lowerBound, of: number)
      } else {
        let scope = file.scope(of: node)
        try include(bytes, path, element["xpointer"], into: scope, open: open)
      }
    } catch {
      let fallback = element.children.first {
        $0.name == Name(namespace: Self.namespace, local: "fallback")
      }
      guard let fallback else {
        faults.append(fail("\"\(path)\" can't be included: \(error.message)"))
        return
      }
      let offset = Int(file.tree.nodes[fallback.index].offset)
      copy(ElementRange(in: file.bytes, at: offset).content, of: file, number, open: open)
    }
  }

  private mutating func include(
    _ bytes: [UInt8], _ path: String, _ pointer: String?, into scope: [String: String],
    open: [String]
  ) throws(LocalFile.Failure) {
    let file: Included
    do {
      file = try Included(bytes, path: path, name: path)
    } catch {
      // Not a missing resource, for which a fallback would do, but a fatal error (section 4.4).
      let fault = error.diagnostic
      faults.append(
        Diagnostic(
          id: fault.id, message: fault.message, position: fault.position, in: path,
          notes: fault.notes.map { Diagnostic.Note($0.message, at: $0.position, in: path) }))
      return
    }
    guard let node = file.node(pointer) else {
      throw LocalFile.Failure(
        message: "no element in it has the id that @xpointer names, \"\(pointer ?? "")\"")
    }
    let number = result.file(path, file.bytes)
    let offset = Int(file.tree.nodes[node].offset)
    let range = ElementRange(in: file.bytes, at: offset).whole
    guard file.inclusions.first != node else {
      copy(range, of: file, number, open: open + [LocalFile.identity(path)])
      return
    }
    let nameEnd = file.bytes[(offset + 1)...].firstIndex {
      Prolog.isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/")
    }
    result.append(offset..<nameEnd!, of: number)
    result.insert(file.declarations(for: node, in: scope).utf8, for: offset, of: number)
    copy(nameEnd!..<range.upperBound, of: file, number, open: open + [LocalFile.identity(path)])
  }
}

extension String {
  /// The text as an element's content.
  fileprivate var asXMLText: [UInt8] {
    var bytes: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
