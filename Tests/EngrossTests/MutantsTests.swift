import Engross
import Foundation
import Testing

/// Documents that were valid until one mistake was made in each: it's found, told once, in its place.
@Suite(.enabled(if: Shared.isThere, "needs ../shared"))
struct MutantsTests {
  /// A line of the manifest: what was done to a document, and where that shows.
  struct Mutant: Decodable {
    let file: String
    let kind: String
    let line: Int
    let column: Int
    let tagEndLine: Int
    let what: String

    enum CodingKeys: String, CodingKey {
      case file, kind, line, column, what
      case tagEndLine = "tag_end_line"
    }
  }

  private static let folder = Shared.folder.appending(path: "mutants")

  @Test func `each mistake is told once, at its line and column, in the words of the page`() throws
  {
    let manifest = try String(
      contentsOf: Self.folder.appending(path: "manifest.jsonl"), encoding: .utf8)
    let mutants = try manifest.split(separator: "\n").map {
      try JSONDecoder().decode(Mutant.self, from: Data($0.utf8))
    }
    try #require(mutants.count == 76)
    var settings = DocumentValidator.Settings()
    settings.schemas = [Shared.folder.appending(path: "schemas/tei_all.rng").path]
    let validator = try DocumentValidator(settings)
    var page = Self.head
    var (found, inLine, inPlace, single) = (0, 0, 0, 0)
    for mutant in mutants {
      let url = Self.folder.appending(path: mutant.file)
      let source = Array(try Data(contentsOf: url))
      let findings = validator.judge(source, path: url.path).diagnostics
      let first = findings.first?.position
      found += findings.isEmpty ? 0 : 1
      single += findings.count == 1 ? 1 : 0
      inLine += (mutant.line...mutant.tagEndLine).contains(first?.line ?? 0) ? 1 : 0
      inPlace += first.map { Self.places(of: mutant, in: source).contains($0) } == true ? 1 : 0
      page += Self.row(mutant, findings)
    }
    #expect(found == 76)
    #expect(inLine == 76)
    #expect(inPlace >= 75)
    #expect(single >= 75)
    page +=
      "\nOf 76 mistakes \(found) are found, \(inLine) at the right line, \(inPlace) at the right "
      + "column; \(single) are told by one message alone.\n"
    let file = Shared.project.appending(path: "Documentation/Mistakes.md")
    if ProcessInfo.processInfo.environment["ENGROSS_ACCEPT"] != nil {
      try Data(page.utf8).write(to: file)
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == page, "`make accept` writes it anew")
    }
  }

  private static let head = """
    # Mistakes, and what Engross says of them

    Each line is a document that was valid TEI until one mistake was made in it, the mistake, and all
    that `engross validate --schema tei_all.rng` says, notes after an arrow.
    `Tests/EngrossTests/MutantsTests.swift` makes the table.

    | | the mistake | line:column | what Engross says |
    |---|---|---|---|

    """

  private static func row(_ mutant: Mutant, _ findings: [Diagnostic]) -> String {
    let what = mutant.what.split(separator: "(").first.map(String.init) ?? mutant.what
    let places = findings.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0)" }
    let words = findings.map { finding in
      let notes = finding.notes.map {
        " → \($0.position.line):\($0.position.column) \($0.message)"
      }
      return "\(finding.message)\(notes.joined()) [\(finding.id)]"
    }
    let cells = [
      String(mutant.file.prefix(4)), what.trimmingCharacters(in: .whitespaces),
      places.joined(separator: "<br>"), words.joined(separator: "<br>"),
    ]
    let escaped = cells.map {
      $0.replacingOccurrences(of: "|", with: "\\|").replacingOccurrences(of: "</", with: "&lt;/")
    }
    return "| " + escaped.joined(separator: " | ") + " |\n"
  }

  /// Where a mistake may be told: where it starts, or at an attribute or its value in the tag that
  /// starts there.
  private static func places(of mutant: Mutant, in source: [UInt8]) -> Set<Position> {
    var places: Set<Position> = []
    let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
    var quote: Unicode.Scalar?
    var before: Unicode.Scalar = "<"
    for number in mutant.line...mutant.tagEndLine {
      let text = Array(String(decoding: lines[number - 1], as: UTF8.self).unicodeScalars)
      let start = number == mutant.line ? mutant.column - 1 : 0
      if number == mutant.line {
        places.insert(Position(line: number, column: mutant.column))
        guard start < text.count, text[start] == "<" else { return places }
      }
      for (index, scalar) in text.enumerated().dropFirst(start) {
        if let open = quote {
          if scalar == open { quote = nil }
        } else if scalar == "\"" || scalar == "'" {
          quote = scalar
          places.insert(Position(line: number, column: index + 2))
        } else if before.properties.isWhitespace, !scalar.properties.isWhitespace {
          places.insert(Position(line: number, column: index + 1))
        } else if scalar == ">" {
          return places
        }
        before = scalar
      }
      before = " "
    }
    return places
  }
}
