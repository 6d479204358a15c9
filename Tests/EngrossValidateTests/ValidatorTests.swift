import EngrossModel
import EngrossValidate
import Testing

/// A letter with one place to put a mistake into.
private func letter(_ body: String) -> [UInt8] {
  Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
    <titleStmt><title>x</title></titleStmt><publicationStmt><p>p</p></publicationStmt>
    <sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader><text><body>
    \(body)
    </body></text></TEI>

    """.utf8)
}

/// One mistake and the one message that it gives: id, line and column.
struct Mistake: Sendable, CustomTestStringConvertible {
  let body: String
  let message: String
  var testDescription: String { body }

  init(_ body: String, _ message: String) {
    self.body = body
    self.message = message
  }

  static let all: [Mistake] = [
    Mistake("<p>a</p>", ""),
    Mistake(
      "<p>at <placename>x</placename></p>",
      "5:7: error: \"placename\" is not a TEI element; did you mean \"placeName\"? [rng.unknown-element]"
    ),
    Mistake("<p>a</p>\n<head>x</head>", "6:1 rng.misplaced-element"),
    Mistake("<p><list/></p>", "5:4 rng.incomplete-content"),
    Mistake("", "6:1 rng.incomplete-content"),
    Mistake(
      "<p><date\n when='1997-13-45'>x</date></p>",
      "6:8: error: \"1997-13-45\" isn't a date that @when takes: there is no month 13 [rng.bad-value]"
    ),
    Mistake(
      "<p n='1' foo='1'>x</p>",
      "5:10: error: \"p\" takes no @foo, nor does any element of TEI [rng.attribute-not-allowed]"),
    Mistake("<p><gap/></p>", "5:4: error: \"gap\" needs @reason [rng.missing-attribute]"),
    Mistake("stray<p>x</p>", "5:1 rng.text-not-allowed"),
    Mistake("<p><pb>x</pb></p>", "5:8 rng.text-not-allowed"),
    Mistake(
      "<p cert='hi'>x</p>",
      "5:10: error: \"hi\" isn't a value that @cert takes; it takes \"high\", \"medium\", \"low\" or \"unknown\" [rng.bad-value]"
    ),
    Mistake("<p><p xmlns=''>x</p></p>", "5:4 rng.wrong-namespace"),
    Mistake("<p><x xmlns='urn:x'/></p>", "5:4 rng.wrong-namespace"),
    Mistake("<p xml:id='a'>x</p><p xml:id='a'>y</p>", "5:31 rng.duplicate-id"),
    Mistake("<p xml:id='1a'>x</p>", "5:12 rng.bad-id"),
    Mistake("<p corresp='#none'>x</p>", "5:13 sch.pointer-without-target"),
    Mistake("<p rend=''>x</p>", "5:10 rng.bad-value"),
    Mistake("<p>a</div>", "5:5 xml.unclosed-element"),
  ]
}

private let validator = Validator()

@Test("One mistake gives one message", arguments: Mistake.all)
func message(_ mistake: Mistake) {
  let found = validator.diagnostics(of: letter(mistake.body))
  let lines = found.map { diagnostic -> String in
    let position = diagnostic.position.map { "\($0.line):\($0.column)" } ?? "-"
    return mistake.message.contains("error:")
      ? String(diagnostic.rendered(file: "").dropFirst()) : "\(position) \(diagnostic.id)"
  }
  #expect(lines.joined(separator: "\n") == mistake.message, "\(found.map(\.message))")
}

@Test("The outermost element is TEI")
func root() {
  let text = "<p xmlns='http://www.tei-c.org/ns/1.0'>x</p>"
  #expect(validator.diagnostics(of: Array(text.utf8)).map(\.id) == ["rng.element-not-allowed"])
  #expect(validator.diagnostics(of: Array("<html/>".utf8)).count == 1)
}

@Test("Lines are counted beyond 65,535")
func farLines() {
  let text = String(repeating: "<p>a</p>\n", count: 70_000) + " <bogus/>"
  let found = validator.diagnostics(of: letter(text))
  #expect(found.map(\.position) == [Position(line: 70_005, column: 2)])
}

@Test("Two mistakes give two messages, in the document's order")
func order() {
  let found = validator.diagnostics(
    of: letter("<p>a</p><p foo='1'>x</p>\n<p><gap/></p>\n<p corresp='#none'>x</p>"))
  #expect(found.map(\.position?.line) == [5, 6, 7])
}

@Test("One validator serves many tasks at once")
func manyTasks() async {
  let bytes = letter("<p cert='hi'>x</p><p corresp='#none'/>")
  let expected = validator.diagnostics(of: bytes)
  await withTaskGroup(of: Bool.self) { group in
    for _ in 0..<200 { group.addTask { validator.diagnostics(of: bytes) == expected } }
    for await isSame in group { #expect(isSame) }
  }
  #expect(expected.count == 2)
}

@Test("A document as deep as is read can be validated")
func depth() {
  let text =
    "<p>" + String(repeating: "<hi>", count: 900) + String(repeating: "</hi>", count: 900) + "</p>"
  #expect(validator.diagnostics(of: letter(text)).isEmpty)
}
