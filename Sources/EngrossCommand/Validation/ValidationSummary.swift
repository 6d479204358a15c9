import EngrossModel

/// What is said at the end of a run, on standard error: how many files went how, which schemas
/// judged them, and which failed.
struct ValidationSummary {
  /// How many files there were.
  private(set) var count = 0
  private var codes: [ExitCode: Int] = [:]
  private var warnings = 0
  private var schemas: [(name: String, count: Int)] = []
  private var failed: [(name: String, errors: Int)] = []

  /// How many of them failed.
  var failedCount: Int { failed.count }

  private static let words: [ExitCode: String] = [
    .success: "valid", .invalid: "invalid", .inputOutput: "unreadable",
  ]

  /// Counts a file.
  mutating func add(_ report: FileReport, _ code: ExitCode) {
    count += 1
    codes[code, default: 0] += 1
    warnings += report.count(.warning)
    for name in report.schemas {
      if let index = schemas.firstIndex(where: { $0.name == name }) {
        schemas[index].count += 1
      } else {
        schemas.append((name, 1))
      }
    }
    if code != .success { failed.append((report.name, report.count(.error))) }
  }

  /// Says it.
  func say(known: Int) {
    var parts = ExitCode.allCases.compactMap { code -> String? in
      guard let count = codes[code], let word = Self.words[code] else { return nil }
      return self.count == 1 ? word : "\(count) \(word)"
    }
    if warnings > 0 { parts.append(Self.counted(warnings, "warning")) }
    if known > 0 { parts.append("\(known) known by the baseline") }
    let files = Self.counted(count, "file")
    StandardStream.error.say("\(files): \(parts.joined(separator: ", "))\(judges)")
    guard count > 1 else { return }
    for (name, errors) in failed {
      StandardStream.error.say("  \(name): \(Self.counted(errors, "error"))")
    }
  }

  /// The schemas by name; of several, each with how many files it judged.
  private var judges: String {
    guard schemas.count > 1 else { return schemas.first.map { "; schema: \($0.name)" } ?? "" }
    let names = schemas.map { count == 1 ? $0.name : "\($0.name) (\($0.count))" }
    return "; schemas: \(names.joined(separator: ", "))"
  }

  private static func counted(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
