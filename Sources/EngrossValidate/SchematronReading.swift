/// Understands what libxml2's Schematron says: our own sentences, and which pattern they're from.
struct SchematronReading {
  func findings(_ complaints: [Complaint]) -> [Finding] {
    complaints.map { complaint in
      let pattern = complaint.strings[0]
      let sentence = complaint.strings[2].split { $0.isWhitespace }.joined(separator: " ")
      var finding = Finding(
        kind: pattern.isEmpty ? "rule" : pattern, message: sentence, offset: complaint.offset ?? 0,
        parent: complaint.parent?.offset)
      if let attribute = Self.attribute(in: sentence) {
        finding.attribute = attribute
        finding.place = .attributeValue
      }
      return finding
    }
  }

  /// The first attribute that a sentence names, as in "@ref points at …".
  private static func attribute(in sentence: String) -> String? {
    guard let at = sentence.utf8.firstIndex(of: UInt8(ascii: "@")) else {
      return sentence.hasPrefix("This xml:id") ? "xml:id" : nil
    }
    let name = sentence[sentence.index(after: at)...].prefix {
      $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "_"
    }
    return name.isEmpty ? nil : String(name)
  }
}
