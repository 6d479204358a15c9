import EngrossModel

/// What the manifest says of one output: what it was made from, how, and what came of it.
struct ManifestEntry: Sendable, Hashable {
  /// What a file came to.
  enum Result: Sendable, Hashable {
    /// The output was written.
    case written(Digest, bytes: Int)
    /// It came to nothing.
    case failed(Step, code: ExitCode, message: String)
  }

  /// Where it failed. What can't be converted can't be tomorrow either; a file that can't be read or
  /// written may be.
  enum Step: String, Sendable { case reading, converting, writing }

  /// The output's path below the output directory.
  let output: Word
  /// The input's path below the directory that the call named.
  let input: Word
  /// The input's hash; nil when it couldn't be read.
  let inputHash: Digest?
  /// What the call asked for.
  let configuration: Digest
  /// The version of Engross.
  let version: String
  /// What it came to.
  let result: Result

  /// The entry as one line of JSON, without a line end.
  ///
  /// A path that isn't UTF-8 stands with U+FFFD under its key, and percent-encoded as it is in a
  /// second one.
  var line: [UInt8] {
    var members = Self.path("output", output) + Self.path("input", input)
    members.append(("inputSHA256", Self.text(inputHash)))
    members.append(("configuration", Self.text(configuration)))
    members.append(("version", version.asJSON))
    switch result {
    case .written(let hash, let bytes):
      members.append(("outputSHA256", Self.text(hash)))
      members.append(("outputBytes", String(bytes)))
      members.append(("findings", "[]"))
    case .failed(let step, let code, let message):
      members.append(("failed", step.rawValue.asJSON))
      members.append(("code", String(code.rawValue)))
      members.append(("findings", "[\(message.asJSON)]"))
    }
    let text = members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return Array("{\(text)}".utf8)
  }

  private static func path(_ key: String, _ path: Word) -> [(String, String)] {
    let text = path.text
    let shown = (key, text.asJSON)
    if path == Word(text) { return [shown] }
    return [shown, ("\(key)PercentEncoded", path.percentEncoded.asJSON)]
  }

  private static func text(_ digest: Digest?) -> String {
    digest.map { "\"\($0.text)\"" } ?? "null"
  }
}

extension ManifestEntry {
  /// Reads a line; nil for anything else, such as the line that a killed run left half.
  init?(line: [UInt8]) {
    guard let object = try? JSONObject(line),
      let output = Self.path("output", in: object), let input = Self.path("input", in: object),
      let configuration = object.string("configuration").flatMap({ Digest($0) }),
      let version = object.string("version")
    else { return nil }
    self.output = output
    self.input = input
    self.configuration = configuration
    self.version = String(decoding: version, as: UTF8.self)
    inputHash = object.string("inputSHA256").flatMap { Digest($0) }
    if let hash = object.string("outputSHA256").flatMap({ Digest($0) }),
      let bytes = object.number("outputBytes")
    {
      result = .written(hash, bytes: bytes)
    } else if let step = object.string("failed"),
      let step = Step(rawValue: String(decoding: step, as: UTF8.self)),
      let code = object.number("code").flatMap({ ExitCode(rawValue: Int32(clamping: $0)) }),
      let findings = object.value("findings"), findings.count > 2
    {
      let message = JSONString.decoded(findings.dropFirst().dropLast())
      result = .failed(step, code: code, message: String(decoding: message, as: UTF8.self))
    } else {
      return nil
    }
  }

  private static func path(_ key: String, in object: JSONObject) -> Word? {
    if let encoded = object.string("\(key)PercentEncoded") {
      return Word(percentEncoded: Word(encoded))
    }
    return object.string(key).map { Word($0) }
  }
}

extension Word {
  /// The word as a path in a URI (RFC 3986), from which its bytes can be had again.
  var percentEncoded: String {
    bytes.map { byte in
      String(decoding: [byte], as: UTF8.self).unicodeScalars.first == "\u{FFFD}"
        ? "%" + String(byte, radix: 16, uppercase: true)
        : String(decoding: [byte], as: UTF8.self).asURIPath
    }.joined()
  }

  /// Takes the bytes of a percent-encoded path.
  init(percentEncoded word: Word) {
    var bytes: [UInt8] = []
    var rest = word.bytes[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(JSONString.digit),
        let low = rest.dropFirst().first.flatMap(JSONString.digit)
      {
        bytes.append(UInt8(high << 4 | low))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    self.init(bytes)
  }
}
