/// One line of a stream of documents: a JSON object with `id`, `text` or `xml`, and `metadata`.
struct Record {
  /// The `id` as it stands in the line, any JSON value; `null` where there's none.
  let id: [UInt8]
  private let object: JSONObject

  /// Reads a line.
  init(_ line: [UInt8]) throws(Failure) {
    do {
      object = try JSONObject(line)
    } catch {
      throw Failure(
        .inputOutput, "the line isn't a JSON object: \(error.message), at byte \(error.offset)")
    }
    id = object.value("id").map(Array.init) ?? Array("null".utf8)
  }

  /// The document, the string of a key.
  func document(_ key: String) throws(Failure) -> [UInt8] {
    guard let document = object.string(key) else {
      let problem = object.value(key) == nil ? "is missing" : "isn't a string"
      throw Failure(.inputOutput, "\"\(key)\" \(problem)")
    }
    return document
  }

  /// The object that `metadata` is, as it stands in the line; nil where it's missing or null.
  var metadata: [UInt8]? {
    object.value("metadata").flatMap { $0.elementsEqual("null".utf8) ? nil : Array($0) }
  }
}
