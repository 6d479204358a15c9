import EngrossModel
import EngrossTransform
import EngrossValidate
import EngrossXML

/// Proves that a document is valid and gives its text back.
struct SelfCheck: Sendable {
  private let check = OutputCheck()

  /// - Throws: `EncodeError.selfCheck` that says what doesn't hold.
  func verify(_ xml: [UInt8], against text: [UInt8]) throws(EncodeError) {
    let document: Document
    do {
      document = try XMLReader().parse(xml)
    } catch {
      throw .selfCheck(
        message: "the result isn't well-formed: \(error.diagnostic.rendered(file: "result"))")
    }
    if let fault = check.fault(in: document) {
      throw .selfCheck(message: "the result doesn't hold: \(fault)")
    }
    let read: [UInt8]
    do {
      read = try TextReader(.original).text(of: document)
    } catch {
      throw .selfCheck(message: "the result can't be read back: \(error)")
    }
    if read != text {
      let offset = zip(read, text).prefix { $0 == $1 }.count
      throw .selfCheck(message: "the result doesn't give the text back from byte \(offset) on")
    }
  }
}
