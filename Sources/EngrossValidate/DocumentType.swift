import CLibXML2
import EngrossXML

/// Owns a document type definition.
final class DocumentType {
  private let definition: xmlDtdPtr

  init(_ bytes: [UInt8]) throws(CompilationError) {
    let complaints = Complaints()
    let definition: xmlDtdPtr? = complaints.collect {
      SchemaFiles.withAccess {
        // Safe: the bytes live through the call; libxml2 frees the input buffer itself.
        bytes.withUnsafeBufferPointer { bytes in
          bytes.withMemoryRebound(to: CChar.self) { text in
            guard
              let input = xmlParserInputBufferCreateMem(
                text.baseAddress, Int32(text.count), XML_CHAR_ENCODING_NONE)
            else { return nil }
            return xmlIOParseDTD(nil, input, XML_CHAR_ENCODING_NONE)
          }
        }
      }.result
    }
    guard let definition else { throw CompilationError(complaints) }
    self.definition = definition
  }

  deinit { xmlFreeDtd(definition) }

  func complaints(about document: LibXMLDocument) -> [Complaint] {
    let complaints = Complaints()
    complaints.collect {
      // Safe: the context lives within this call.
      guard let context = xmlNewValidCtxt() else { return }
      defer { xmlFreeValidCtxt(context) }
      // Without functions of its own, the context's errors go to this thread's handler.
      context.pointee.error = nil
      context.pointee.warning = nil
      xmlValidateDtd(context, document.pointer, definition)
    }
    return complaints.all
  }
}
