import CLibXML2
import EngrossModel

/// Decodes a document up front by the encoding that it shows or declares.
///
/// Afterwards every position is one of UTF-8, whatever the encoding was.
enum DeclaredEncoding {
  static func decode(_ bytes: [UInt8]) throws(XMLFault) -> [UInt8] {
    guard let name = name(in: bytes) else { return bytes }
    switch name {
    case _ where isUTF8(name): return bytes
    case "UTF-16", "UCS-2", "UTF-32", "UCS-4":
      throw fault("the document declares \(name), but its bytes aren't \(name)", after: [])
    default: return try decode(bytes, as: name)
    }
  }

  /// The encoding that a document's first bytes show or declare, in capitals; nil for none.
  static func name(in bytes: some RandomAccessCollection<UInt8>) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0, 0x3F, 0]) {
      return "UTF-16LE"
    }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C, 0, 0x3F]) {
      return "UTF-16BE"
    }
    return declared(in: Array(bytes.prefix(512)))?.uppercased()
  }

  /// Whether bytes of an encoding are UTF-8 as they are.
  static func isUTF8(_ name: String?) -> Bool {
    name == nil || name == "UTF-8" || name == "US-ASCII" || name == "ASCII"
  }

  private static func decode(_ bytes: [UInt8], as name: String) throws(XMLFault) -> [UInt8] {
    LibXML.start()
    guard let handler = xmlFindCharEncodingHandler(name) else {
      throw fault(
        "the document declares the encoding \"\(name)\", which isn't known here", after: [])
    }
    defer { xmlCharEncCloseFunc(handler) }
    let input = xmlBufferCreate()
    let output = xmlBufferCreate()
    defer {
      xmlBufferFree(input)
      xmlBufferFree(output)
    }
    // Safe: the buffers are ours until the `defer` above; libxml2 copies what is added.
    guard let input, let output,
      bytes.withUnsafeBufferPointer({ xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }) == 0
    else { throw fault("there is no memory to decode it", after: []) }
    while input.pointee.use > 0 {
      let before = input.pointee.use
      let result = LibXML.silently { xmlCharEncInFunc(handler, output, input) }
      // A converter that takes nothing more would otherwise be asked for ever.
      if result < 0 || input.pointee.use == before { break }
    }
    // Safe: `content` has `use` bytes, copied before the buffer goes.
    let text = Array(
      UnsafeBufferPointer(start: output.pointee.content, count: Int(output.pointee.use)))
    if input.pointee.use > 0 {
      throw fault(
        "the bytes from here on aren't \(name), the document's declared encoding", after: text)
    }
    return text
  }

  private static func fault(_ message: String, after text: [UInt8]) -> XMLFault {
    XMLFault(
      Diagnostic(
        id: "xml.encoding", message: message, position: SourceMap(text).position(at: text.count)))
  }

  /// The encoding that an XML declaration names; read as ASCII, which all such declarations are.
  private static func declared(in bytes: [UInt8]) -> String? {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let head = Array(bytes[start..<min(bytes.count, start + 256)])
    guard head.starts(with: Array("<?xml".utf8)),
      let end = head.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let declaration = head[..<end]
    let key = Array("encoding".utf8)
    guard
      let at = declaration.indices.first(where: { declaration[$0...].starts(with: key) })
    else { return nil }
    let rest = declaration[(at + key.count)...]
    guard let open = rest.firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let close = rest[(open + 1)...].firstIndex(of: rest[open])
    else { return nil }
    return String(decoding: rest[(open + 1)..<close], as: UTF8.self)
  }
}
