import EngrossEncode

/// Reads and writes the standoff format of the annotation tool brat: a line a text-bound annotation
/// (`T1`), attribute (`A1`) or note (`#1`).
///
/// Offsets count code points. A range over several lines is written as brat does, a piece a line,
/// and read back as one. Relations and events between annotations say nothing of the text, and are
/// passed over. Source: the format's description at brat.nlplab.org/standoff.html.
enum BratStandoff {
  /// What an annotation says beside its element and its text, by the names of attributes and notes.
  private static let known: Set<String> = [
    "cert", "resp", "rule", "evidence", "decision", "proofreader",
  ]

  // MARK: Writing

  /// The annotations as a file.
  static func file(_ inferences: [Inference]) -> String {
    var lines = ""
    var attributes = 0
    var notes = 0
    // brat knows no annotation of nothing.
    for (number, inference) in inferences.filter({ !$0.bytes.isEmpty }).enumerated() {
      let id = "T\(number + 1)"
      let pieces = pieces(of: inference)
      let offsets = pieces.map { "\($0.range.lowerBound) \($0.range.upperBound)" }
      lines +=
        "\(id)\t\(inference.element) \(offsets.joined(separator: ";"))\t"
        + pieces.map(\.text).joined(separator: " ") + "\n"
      let values =
        inference.attributes.map { ($0.name, $0.value) }
        + [("cert", inference.certainty.rawValue), ("resp", inference.responsible)]
        + [("rule", inference.rule), ("evidence", inference.evidence)]
      for (name, value) in values where !value.isEmpty {
        if value.unicodeScalars.contains(where: { $0.properties.isWhitespace }) {
          notes += 1
          lines += "#\(notes)\t\(name) \(id)\t\(escaped(value))\n"
        } else {
          attributes += 1
          lines += "A\(attributes)\t\(name) \(id) \(value)\n"
        }
      }
    }
    return lines
  }

  /// The pieces of a range between line ends, in code points; the range as it is where it starts or
  /// ends with a line end.
  private static func pieces(of inference: Inference) -> [(range: Range<Int>, text: String)] {
    let lines = inference.text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r" })
    if lines.first?.isEmpty != false || lines.last?.isEmpty != false {
      return [(inference.codePoints, inference.text.onOneLine)]
    }
    var pieces: [(range: Range<Int>, text: String)] = []
    var start = inference.codePoints.lowerBound
    for line in lines {
      let end = start + line.count
      if !line.isEmpty { pieces.append((start..<end, String(line).onOneLine)) }
      start = end + 1
    }
    return pieces
  }

  // MARK: Reading

  static func records(_ bytes: [UInt8]) throws(AnnotationError) -> [AnnotationRecord] {
    var records: [AnnotationRecord] = []
    var numbers: [String: Int] = [:]
    var notes: [(line: Int, fields: [Substring])] = []
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw AnnotationError(position: Position(line: 1, column: 1), message: "this isn't UTF-8")
    }
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
    for (index, scalars) in lines.enumerated() {
      var line = Substring(scalars)
      if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
      guard let kind = line.unicodeScalars.first else { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      switch kind {
      case "T":
        let record = try textBound(fields, index + 1)
        if numbers.updateValue(records.count, forKey: String(fields[0])) != nil {
          throw record.error("\(fields[0]) stands on two lines")
        }
        records.append(record)
      case "A", "M", "#": notes.append((index + 1, fields))
      case "R", "E", "*", "N": continue
      default:
        throw AnnotationError(
          position: Position(line: index + 1, column: 1),
          message: "a line of brat's format starts with T, A, M, #, R, E, N or *")
      }
    }
    for (line, fields) in notes { try add(fields, line, to: &records, numbers) }
    var checked: [AnnotationRecord] = []
    for record in records { checked.append(try AnnotationLines.checked(record)) }
    return checked
  }

  private static func textBound(
    _ fields: [Substring], _ line: Int
  ) throws(AnnotationError) -> AnnotationRecord {
    var record = AnnotationRecord(line: line)
    guard fields.count >= 2, let space = fields[1].firstIndex(of: " ") else {
      throw record.error("after \(fields[0]) come an element and its offsets")
    }
    let column = fields[0].unicodeScalars.count + 2
    record.element = String(fields[1][..<space])
    record.columns["element"] = column
    let offsets = fields[1][space...].dropFirst()
    for key in ["start", "end"] {
      record.columns[key] = column + record.element.unicodeScalars.count + 1
    }
    record.columns["text"] = column + fields[1].unicodeScalars.count + 1
    for piece in offsets.split(separator: ";") {
      let ends = piece.split(separator: " ").compactMap { Int($0) }
      guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1], ends[1] < 1 << 48 else {
        throw record.error(at: "start", "\"\(piece)\" isn't a start and an end")
      }
      if let end = record.end {
        if ends[0] < end { throw record.error(at: "start", "its pieces aren't in their order") }
        record.gaps.append(end..<ends[0])
      }
      record.start = record.start ?? ends[0]
      record.end = ends[1]
    }
    // In pieces, the text has spaces for line ends: the offsets alone count.
    if fields.count > 2, !offsets.contains(";") { record.text = String(fields[2]) }
    record.isSpaced = true
    return record
  }

  /// Adds what an attribute or a note says to its annotation.
  private static func add(
    _ fields: [Substring], _ line: Int, to records: inout [AnnotationRecord],
    _ numbers: [String: Int]
  ) throws(AnnotationError) {
    let words = fields.count > 1 ? fields[1].split(separator: " ") : []
    guard words.count >= 2 else {
      throw AnnotationError(
        position: Position(line: line, column: 1),
        message: "after \(fields[0]) come a name and the annotation that it's of")
    }
    // What is said of relations and events is passed over with them.
    guard let number = numbers[String(words[1])] else { return }
    let name = String(words[0])
    // The note that an annotator writes by hand.
    if name == "AnnotatorNotes" { return }
    let isNote = fields[0].hasPrefix("#")
    let value = isNote ? fields.dropFirst(2).joined(separator: "\t") : String(words.last ?? "")
    let text = isNote ? unescaped(value) : words.count > 2 ? value : "true"
    records[number].columns[name] = fields[0].unicodeScalars.count + 2
    guard known.contains(name) else {
      records[number].attributes = records[number].attributes ?? [:]
      records[number].attributes?[name] = text
      return
    }
    func fault(_ takes: String) -> AnnotationError {
      AnnotationError(
        position: Position(line: line, column: fields[0].unicodeScalars.count + 2),
        message: "\"\(name)\" takes \(takes), not \(text.excerpt)")
    }
    switch name {
    case "cert":
      records[number].certainty = Annotation.Certainty(rawValue: text)
      if records[number].certainty == nil { throw fault("high, medium or low") }
    case "decision":
      records[number].decision = Judgement.Decision(rawValue: text)
      if records[number].decision == nil { throw fault("accept or reject") }
    case "resp": records[number].author = text
    case "rule": records[number].rule = text
    case "evidence": records[number].evidence = text
    default: records[number].proofreader = text
    }
  }

  /// A note's text on one line.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A note's text as it was; a backslash before any other character stands for itself.
  private static func unescaped(_ text: String) -> String {
    let escapes: [Unicode.Scalar: Unicode.Scalar] = ["\\": "\\", "n": "\n", "r": "\r", "t": "\t"]
    var unescaped = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        if let meant = escapes[scalar] {
          unescaped.append(meant)
        } else {
          unescaped += ["\\", scalar]
        }
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        unescaped.append(scalar)
      }
    }
    if isEscaped { unescaped.append("\\") }
    return String(unescaped)
  }
}
