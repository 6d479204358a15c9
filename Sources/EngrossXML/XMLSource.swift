import CLibXML2
import EngrossModel

/// The bytes of a document as UTF-8, and where each place in them is.
package struct XMLSource: Sendable {
  package let utf8: [UInt8]

  static let emptyMessage = "the file is empty; an XML document has one outermost element"
  static let notUTF8Message =
    "the bytes here aren't UTF-8, and the document declares nothing else"

  /// Decodes a document by its byte-order mark or its declaration (XML 1.0, appendix F).
  package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(XMLFault) {
    if bytes.count > limits.documentLength {
      throw XMLFault(
        Diagnostic(
          id: "xml.too-long",
          message: "the file has \(bytes.count) bytes; \(limits.documentLength) are read"))
    }
    utf8 = try DeclaredEncoding.decode(bytes)
    if utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
      throw fault("xml.empty", Self.emptyMessage)
    }
    if let offset = firstFlood(limit: limits.attributeCount) {
      throw fault("xml.too-many-attributes", limits.tooManyAttributes, at: offset)
    }
  }

  private func firstFlood(limit: Int) -> Int? {
    var flood = AttributeFlood(limit: limit)
    return utf8.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: bytes.count, by: AttributeFlood.block) {
        let end = min(start + AttributeFlood.block, bytes.count)
        if let offset = flood.find(in: UnsafeBufferPointer(rebasing: bytes[start..<end])) {
          return offset
        }
      }
      return nil
    }
  }

  /// The offset of the first byte that isn't UTF-8, should one stand before an offset.
  func firstInvalidByte(before end: Int) -> Int? {
    let end = min(end, utf8.count)
    return utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < end {
        guard let scalar = UTF8Scanner.scalar(in: bytes, at: index) else { return index }
        index += scalar.length
      }
      return nil
    }
  }

  /// A fault at a byte offset.
  func fault(_ id: String, _ message: String, at offset: Int = 0) -> XMLFault {
    let map = SourceMap(utf8)
    return XMLFault(Diagnostic(id: id, message: message, position: map.position(at: offset)))
  }

  func fault(_ found: ParseSession.Found) -> XMLFault {
    let map = SourceMap(utf8)
    let notes = found.note.map { [Diagnostic.Note($0.message, at: map.position(at: $0.offset))] }
    return XMLFault(
      Diagnostic(
        id: found.id, message: found.message, position: map.position(at: found.offset),
        notes: notes ?? []))
  }
}
