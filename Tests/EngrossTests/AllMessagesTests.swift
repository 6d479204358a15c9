import Engross
import FoundationEssentials
import Glibc
import Testing

/// Every id that the code gives has its explanation, and the page of the documentation is made of
/// these.
@Suite struct AllMessagesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every id that stands in the code is explained`() throws {
    let emitted = try Self.emitted()
    #expect(emitted.count > 30)
    for id in emitted.sorted() { #expect(Message.explaining(id) != nil, "\(id)") }
  }

  @Test func `every explanation belongs to an id that stands in the code or in the bundled rules`()
    throws
  {
    let emitted = try Self.emitted()
    let rules = String(
      decoding: try Data(contentsOf: Self.root.appending(path: "Schemas/engross.sch")),
      as: UTF8.self)
    for id in Message.all.map(\.id) where id != "sch.rule" {
      let kind = id[id.firstIndex(of: ".")!...].dropFirst()
      let isRule = id.hasPrefix("sch.") && rules.contains("<pattern id=\"\(kind)\"")
      #expect(isRule || emitted.contains(id), "\(id)")
    }
  }

  @Test func `a rule of the bundled Schematron has its own explanation`() throws {
    let rules = String(
      decoding: try Data(contentsOf: Self.root.appending(path: "Schemas/engross.sch")),
      as: UTF8.self)
    let ids = rules.ranges(of: "<pattern id=\"").map { range in
      "sch." + rules[range.upperBound...].prefix { $0 != "\"" }
    }
    #expect(!ids.isEmpty)
    for id in ids { #expect(Message.all.contains { $0.id == id }, "\(id)") }
  }

  @Test func `an explanation is a sentence and then a paragraph, and no id has two`() {
    var seen: Set<String> = []
    for message in Message.all {
      #expect(seen.insert(message.id).inserted, "\(message.id)")
      #expect(!message.summary.hasSuffix("."), "\(message.id)")
      #expect(message.explanation.hasSuffix("."), "\(message.id)")
      #expect(message.wrong != message.right || message.wrong.isEmpty, "\(message.id)")
    }
  }

  @Test func `the page of all messages is made of them`() throws {
    let url = Self.root.appending(path: "Documentation/Messages.md")
    let page = Self.page
    if getenv("ENGROSS_ACCEPT") != nil {
      try Data(page.utf8).write(to: url)
    } else {
      let written = try Data(contentsOf: url)
      #expect(String(decoding: written, as: UTF8.self) == page, "`make accept` writes it anew")
    }
  }

  /// The ids in the code: whole ones, and the kinds that a schema's language goes before.
  private static func emitted() throws -> Set<String> {
    var ids: Set<String> = []
    for folder in ["EngrossXML", "EngrossModel", "EngrossValidate", "EngrossCommand", "Engross"] {
      let sources = root.appending(path: "Sources/\(folder)")
      let files = FileManager.default.enumerator(atPath: sources.path)
      while let file = files?.nextObject() as? String {
        if !file.hasSuffix(".swift") || file.hasPrefix("Messages/") && folder == "Engross" {
          continue
        }
        let code = String(
          decoding: try Data(contentsOf: sources.appending(path: file)), as: UTF8.self)
        for literal in literals(in: code) {
          if isWhole(literal.text) { ids.insert(literal.text) }
          switch literal.lead {
          case "kind:" where literal.isOfCheck: ids.insert("check." + literal.text)
          case "kind:", "fault,": ids.insert("rng." + literal.text)
          default: break
          }
        }
      }
    }
    for (kind, language) in [("content", "dtd"), ("not-valid", "dtd"), ("identity", "xsd")]
    where ids.remove("rng." + kind) != nil {
      ids.insert("\(language).\(kind)")
    }
    return ids
  }

  private static let sources: Set<Substring> = [
    "xml", "check", "schema", "file", "xinclude", "text",
  ]

  private static func isWhole(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, sources.contains(parts[0]), parts[1].count > 2 else { return false }
    return parts[1] != "rng" && parts[1].allSatisfy { $0 == "-" || $0.isLowercase }
  }

  /// A literal, the word before it, and whether it's inside what makes a finding of a check.
  private struct Literal {
    let text: String
    let lead: String
    let isOfCheck: Bool
  }

  /// The string literals that might be ids or kinds of findings.
  private static func literals(in code: String) -> [Literal] {
    let parts = code.split(separator: "\"", omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).compactMap { before, text in
      guard !text.isEmpty, text.allSatisfy({ $0 == "-" || $0 == "." || $0.isLowercase }) else {
        return nil
      }
      let words = before.split { $0.isWhitespace || $0 == "(" }
      return Literal(
        text: String(text), lead: String(words.last ?? ""),
        isOfCheck: words.suffix(2).first == "CheckFinding")
    }
  }

  private static var page: String {
    var text = """
      # What the messages mean

      Each finding ends with its id in brackets; `engross explain ID` prints what stands here.
      The ids that start with `rng.` are those of a grammar in RELAX NG; for a W3C XML Schema they
      start with `xsd.`, for a document type definition with `dtd.`.

      """
    for message in Message.all {
      text += "\n## \(message.id)\n\n\(message.summary).\n\n\(message.explanation)\n"
      for (title, example) in [("Wrong", message.wrong), ("Right", message.right)]
      where !example.isEmpty {
        text += "\n\(title):\n\n```xml\n\(example)\n```\n"
      }
    }
    return text
  }
}
