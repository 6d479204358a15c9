import Engross

/// What `encode --explain` shows: a line for each inference.
struct Explanation {
  /// The lines, as UTF-8.
  let text: [UInt8]

  init(_ inferences: [Inference], name: String) {
    let lines = inferences.map { inference in
      let attributes = inference.attributes.filter { !$0.value.isEmpty }
        .map { " \($0.name)=\"\(Self.line($0.value))\"" }.joined()
      let position = "\(inference.position.line):\(inference.position.column)"
      return
        "\(name):\(position): \(inference.element)\(attributes), \(inference.certainty.rawValue): "
        + "\"\(Self.line(inference.text))\" (\(inference.rule): \(inference.evidence))\n"
    }
    text = Array(lines.joined().utf8)
  }

  /// A text on one line, its middle left out when it's long, without what could steer a terminal.
  private static func line(_ text: String) -> String {
    let words = text.split(whereSeparator: {
      $0.isWhitespace || $0.unicodeScalars.allSatisfy(\.isControl)
    })
    .joined(separator: " ")
    guard words.count > 72 else { return words }
    return words.prefix(48) + " … " + words.suffix(20)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}
