import EngrossModel
import EngrossXML
import Testing

@testable import EngrossValidate

/// Schemas that take a naive engine time or memory without end.
@Suite(.timeLimit(.minutes(1)))
struct BoundedValidationTests {
  private func faults(_ schema: String, _ document: String) throws -> [Fault] {
    let engine = try RelaxNGEngine(
      schema: Array(schema.utf8), path: "a.rnc", language: .relaxNGCompact)
    return try engine.faults(in: Array(document.utf8))
  }

  @Test("Interleaves inside one another are matched in any order")
  func interleaves() throws {
    let names = (0..<40).map { "e\($0)" }
    let pattern = names.reduce("empty") { "(\($0) & element \($1) { empty }*)" }
    let children = (0..<4_000).map { "<e\($0 * 7 % 40)/>" }.joined()
    #expect(try faults("element a { \(pattern) }", "<a>\(children)</a>").isEmpty)
    #expect(try faults("element a { \(pattern) }", "<a>\(children)<x/></a>").count == 1)
  }

  @Test("An ambiguous repetition is matched in linear time")
  func ambiguity() throws {
    let part = "element b { empty }"
    let schema = "element a { ((\(part)?, \(part)*)+, (\(part) | (\(part), \(part)))+)+ }"
    let children = String(repeating: "<b/>", count: 20_000)
    #expect(try faults(schema, "<a>\(children)</a>").isEmpty)
    #expect(try faults(schema, "<a>\(children)<c/></a>").count == 1)
  }

  @Test("Definitions that double one another are refused in words")
  func doubling() {
    let definitions = (0..<60).map { "d\($0) = d\($0 + 1)?, d\($0 + 1)?" }
    let schema = (["start = element a { d0 }"] + definitions + ["d60 = element b { empty }"])
      .joined(separator: "\n")
    #expect {
      try faults(schema, "<a/>")
    } throws: { error in
      (error as? SchemaError)?.diagnostic.message.contains("written out") == true
    }
  }

  @Test("Ten thousand definitions that lead to one another")
  func definitions() throws {
    let elements = (0..<10_000).map { "d\($0) = element e\($0) { d\($0 + 1)? }" }
    let schema = (["start = d0"] + elements + ["d10000 = empty"]).joined(separator: "\n")
    #expect(try faults(schema, "<e0><e1><e2/></e1></e0>").isEmpty)
    #expect(try faults(schema, "<e0><e2/></e0>").count == 1)
    let tail = (0..<10_000).map { "d\($0) = element e\($0) { empty }?, d\($0 + 1)" }
    let row = (["start = element a { d0 }"] + tail + ["d10000 = empty"]).joined(separator: "\n")
    #expect(try faults(row, "<a><e1/><e5000/><e9999/></a>").isEmpty)
  }

  @Test("Patterns deeper than any schema's are refused in words")
  func depth() {
    let nested = (0..<10_000).map { "d\($0) = (d\($0 + 1)+, element e { empty })+" }
    let schema = (["start = element a { d0 }"] + nested + ["d10000 = empty"])
      .joined(separator: "\n")
    #expect {
      try faults(schema, "<a/>")
    } throws: { error in
      (error as? SchemaError)?.diagnostic.message.contains("deeper than") == true
    }
  }

  @Test("A document as deep as is read, of an element that holds itself")
  func recursion() throws {
    let (open, close) = ("<a>", "</a>")
    let document =
      String(repeating: open, count: 900) + String(repeating: close, count: 900)
    #expect(try faults("start = a\na = element a { a? }", document).isEmpty)
  }

  @Test("What is remembered is dropped when it grows, and the verdict stays")
  func forgetting() throws {
    let names = (0..<12).map { "element e\($0) { empty }?" }.joined(separator: " & ")
    let engine = try RelaxNGEngine(
      schema: Array("element a { element b { \(names) }* }".utf8), path: "a.rnc",
      language: .relaxNGCompact)
    let automaton = GrammarAutomaton(engine.grammar, largest: 400)
    var seed: UInt64 = 7
    var document = "<a>"
    for _ in 0..<500 {
      var order = (0..<12).map { $0 }
      for index in order.indices {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1
        order.swapAt(index, Int(seed >> 33) % 12)
      }
      document += "<b>" + order.prefix(7).map { "<e\($0)/>" }.joined() + "</b>"
    }
    for (end, count) in [("</a>", 0), ("<c/></a>", 1)] {
      let validation = GrammarValidation(automaton, checksIdentifiers: false)
      try EventReader().read(Array((document + end).utf8), to: validation)
      validation.finish()
      #expect(validation.faults.count == count)
      // Of the 4,096 states, each met many a time, no more are kept.
      #expect(automaton.steps.count <= 400)
    }
  }
}
