import CPages
import EngrossModel

/// What every page begins and ends with: one file that asks for nothing from anywhere.
struct PageFrame {
  /// A script of the program's own.
  enum Script {
    case none, proof, index
  }

  /// The start of a page, up to and with the start of its body.
  ///
  /// The policy lets nothing load, and lets run what the program wrote and nothing else, so that
  /// a document couldn't even if its text came through as markup (Content Security Policy Level 3).
  static func begin(
    _ output: inout HTMLOutput, title: String, language: String?, script: Script, isText: Bool
  ) {
    let hash = hash(script)
    let policy =
      "default-src 'none'; img-src data:; style-src '\(styleHash)'; "
      + (hash.isEmpty ? "" : "script-src '\(hash)'; ") + "base-uri 'none'; form-action 'none'"
    output.markup("<!DOCTYPE html>\n<html")
    let tag = isText ? language ?? "und" : "en"
    // "und" says that the language isn't known (BCP 47, 4.1).
    output.attribute("lang", tag)
    if isText, let language {
      output.attribute("dir", TextDirection(language: language).rawValue)
    }
    output.markup(
      ">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
    output.attribute("content", policy)
    output.markup(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    output.markup("<meta name=\"referrer\" content=\"no-referrer\">\n")
    output.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    output.markup("<meta name=\"generator\"")
    output.attribute("content", "Engross \(Version.current)")
    output.markup(">\n<link rel=\"icon\" href=\"data:,\">\n<title>")
    output.text(title)
    output.markup("</title>\n<style>")
    output.markup(style[...])
    output.markup("</style>\n</head>\n")
  }

  static func end(_ output: inout HTMLOutput, script: Script) {
    let scripts = source(script)
    if !scripts.isEmpty {
      output.markup("<script>")
      output.markup(scripts[...])
      output.markup("</script>\n")
    }
    output.markup("</body>\n</html>\n")
  }

  /// The hash by which a policy knows a script or a style (Content Security Policy Level 3, 2.3.1).
  private static func source(of bytes: [UInt8]) -> String {
    "sha256-" + base64(SHA256.digest(of: bytes).bytes)
  }

  /// RFC 4648, section 4.
  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
    var text = String.UnicodeScalarView()
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0..<4 {
        text.append(digit <= group.count ? digits[value >> (18 - 6 * digit) & 63] : "=")
      }
    }
    return String(text)
  }

  private static let style = bytes(engross_page_css())
  private static let styleHash = source(of: style)

  private static func source(_ script: Script) -> [UInt8] {
    switch script {
    case .none: []
    case .proof: proof
    case .index: index
    }
  }

  private static func hash(_ script: Script) -> String {
    switch script {
    case .none: ""
    case .proof: proofHash
    case .index: indexHash
    }
  }

  private static let proof = bytes(engross_proof_js())
  private static let proofHash = source(of: proof)
  private static let index = bytes(engross_index_js())
  private static let indexHash = source(of: index)

  private static func bytes(_ page: engross_page) -> [UInt8] {
    // Safe: the bytes are constants of the binary.
    Array(UnsafeBufferPointer(start: page.bytes, count: page.length))
  }
}
