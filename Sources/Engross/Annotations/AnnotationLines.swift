import EngrossEncode

/// Reads annotations from JSON Lines.
enum AnnotationLines {
  /// The keys that a line may have.
  static let keys = [
    "file", "start", "end", "startByte", "endByte", "element", "attributes", "text", "cert", "resp",
    "rule", "evidence", "decision", "proofreader",
  ]

  static func records(_ bytes: [UInt8]) throws(AnnotationError) -> [AnnotationRecord] {
    var records: [AnnotationRecord] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      var scanner = JSONScanner(line, number: number)
      records.append(try record(&scanner, number))
    }
    return records
  }

  private static func record(
    _ scanner: inout JSONScanner, _ number: Int
  ) throws(AnnotationError) -> AnnotationRecord {
    var record = AnnotationRecord(line: number)
    record.columns[""] = scanner.column
    try scanner.members { (key, column, scanner) throws(AnnotationError) in
      if record.columns.updateValue(column, forKey: key) != nil {
        throw record.error(at: key, "\"\(key)\" stands twice in one annotation")
      }
      record.columns[key] = scanner.column
      try set(key, of: &record, &scanner, column)
    }
    try scanner.end()
    return try checked(record)
  }

  private static func set(
    _ key: String, of record: inout AnnotationRecord, _ scanner: inout JSONScanner, _ column: Int
  ) throws(AnnotationError) {
    switch key {
    case "start": record.start = try scanner.count(key)
    case "end": record.end = try scanner.count(key)
    case "startByte": record.startByte = try scanner.count(key)
    case "endByte": record.endByte = try scanner.count(key)
    case "file": record.file = try scanner.stringOrNull()
    case "element": record.element = try scanner.string()
    case "text": record.text = try scanner.stringOrNull()
    case "resp": record.author = try scanner.stringOrNull()
    case "rule": record.rule = try scanner.stringOrNull()
    case "evidence": record.evidence = try scanner.stringOrNull()
    case "proofreader": record.proofreader = try scanner.stringOrNull()
    case "cert":
      guard let word = try scanner.stringOrNull() else { return }
      record.certainty = Annotation.Certainty(rawValue: word)
      if record.certainty == nil {
        throw record.error(at: key, "\"cert\" takes high, medium or low, not \(word.excerpt)")
      }
    case "decision":
      guard let word = try scanner.stringOrNull() else { return }
      record.decision = Judgement.Decision(rawValue: word)
      if record.decision == nil {
        throw record.error(at: key, "\"decision\" takes accept or reject, not \(word.excerpt)")
      }
    case "attributes":
      var attributes: [String: String] = [:]
      try scanner.members { (name, _, scanner) throws(AnnotationError) in
        attributes[name] = try scanner.string()
      }
      record.attributes = attributes
    default:
      record.columns[key] = column
      throw record.error(
        at: key, "unknown key \(key.excerpt); the keys are \(keys.joined(separator: ", "))")
    }
  }

  /// What every annotation needs, whatever it was read from.
  static func checked(_ record: AnnotationRecord) throws(AnnotationError) -> AnnotationRecord {
    var record = record
    if record.author == "engross" { record.author = nil }
    if record.element.isEmpty { throw record.error("an annotation needs \"element\"") }
    for (first, last, start, end) in [
      ("start", "end", record.start, record.end),
      ("startByte", "endByte", record.startByte, record.endByte),
    ] {
      if (start == nil) != (end == nil) {
        throw record.error("\"\(start == nil ? last : first)\" needs the other end of the range")
      }
      if let start, let end, start > end {
        throw record.error(at: last, "\"\(last)\" is before \"\(first)\"")
      }
    }
    if record.start == nil, record.startByte == nil {
      throw record.error("an annotation needs \"start\" and \"end\"")
    }
    for (key, name) in [("resp", record.author), ("proofreader", record.proofreader)] {
      if let name, !name.isName {
        throw record.error(at: key, "\"\(key)\" takes a name on one line")
      }
    }
    return record
  }
}

extension String {
  /// Whether it can stand as somebody's name in a header.
  var isName: Bool {
    contains { !$0.isWhitespace }
      && unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE }
  }
}
