import EngrossValidate

/// Proves that a document is valid and gives its text back.
struct SelfCheck: Sendable {
  private let validator = Validator()

  /// - Throws: `EncodeError.selfCheck` that says what doesn't hold.
  func verify(_ document: [UInt8], against text: [UInt8]) throws(EncodeError) {
    if let finding = validator.diagnostics(of: document).first {
      throw .selfCheck(message: "the result isn't valid: \(finding.rendered(file: "result"))")
    }
    let read: [UInt8]
    do {
      read = try TextReader().text(of: document)
    } catch {
      throw .selfCheck(message: "the result can't be read back: \(error)")
    }
    if read != text {
      let offset = zip(read, text).prefix { $0 == $1 }.count
      throw .selfCheck(message: "the result doesn't give the text back from byte \(offset) on")
    }
  }
}
