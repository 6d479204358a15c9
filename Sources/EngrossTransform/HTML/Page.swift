import EngrossModel

/// The page of one document, put together from its parts.
struct Page {
  let facts: PageFacts
  let name: String
  let marks: [PageMark]
  let pane: ReadingPane
  let things: PageThings
  private var output = HTMLOutput()

  init(
    facts: PageFacts, name: String, marks: [PageMark], pane: ReadingPane, things: PageThings
  ) {
    self.facts = facts
    self.name = name
    self.marks = marks
    self.pane = pane
    self.things = things
  }

  // MARK: To be proofread

  mutating func proof(hasSource: Bool) -> [UInt8] {
    let isDecidable = marks.contains { !$0.json.isEmpty }
    output.reserve(pane.output.bytes.count + pane.lines.source.bytes.count + 1 << 16)
    PageFrame.begin(
      &output, title: "\(facts.title): proof", language: facts.language, script: .proof,
      isText: false)
    output.markup("<body class=\"proof\"")
    output.attribute("data-file", name)
    output.markup(">\n<a class=\"skip\" href=\"#reading\">Skip to the reading</a>\n<header>\n<h1")
    languageOfText()
    output.markup(">")
    output.text(facts.title)
    output.markup("</h1>\n<p>")
    output.text(counts)
    output.markup("</p>\n</header>\n")
    if isDecidable { bar() }
    strip()
    output.markup(
      "<main>\n<section class=\"pane\" id=\"source\" aria-labelledby=\"h-source\" tabindex=\"0\">")
    output.markup(
      hasSource ? "<h2 id=\"h-source\">Source</h2>\n" : "<h2 id=\"h-source\">Text</h2>\n")
    output.markup("<ol class=\"lines\"")
    languageOfText()
    output.markup(">\n")
    output.markup(pane.lines.source)
    output.markup("</ol>\n</section>\n")
    output.markup(
      "<section class=\"pane\" id=\"reading\" aria-labelledby=\"h-reading\" tabindex=\"0\">")
    output.markup("<h2 id=\"h-reading\">Reading</h2>\n<div class=\"text\"")
    languageOfText()
    output.markup(">\n")
    output.markup(pane.output)
    output.markup("</div>\n</section>\n</main>\n")
    if !things.list.isEmpty {
      output.markup("<section id=\"things\" aria-labelledby=\"h-things\">")
      output.markup("<h2 id=\"h-things\">Persons, organisations and places</h2>\n")
      things.write(pane.mentions, to: &output)
      output.markup("</section>\n")
    }
    headerTable()
    output.markup("<footer><p>Made by Engross ")
    output.text(Version.current)
    output.markup(".</p></footer>\n")
    PageFrame.end(&output, script: .proof)
    return output.bytes
  }

  private var counts: String {
    let uncertain = marks.count { $0.certainty.isUncertain }
    return "\(name): \(marks.count) marked, \(uncertain) of them uncertain"
  }

  private mutating func languageOfText() {
    guard let language = facts.language else { return output.markup(" lang=\"\" dir=\"auto\"") }
    output.attribute("lang", language)
    output.attribute("dir", TextDirection(language: language).rawValue)
  }

  /// What a person judges with; the script shows it.
  private mutating func bar() {
    output.markup(
      """
      <section id="bar" aria-label="Judging" hidden>
      <p id="counts" role="status"></p>
      <p id="current"></p>
      <p class="buttons">
      <button type="button" data-do="previous">Previous <kbd>k</kbd></button>
      <button type="button" data-do="next">Next <kbd>j</kbd></button>
      <button type="button" data-do="accept">Accept <kbd>a</kbd></button>
      <button type="button" data-do="reject">Reject <kbd>x</kbd></button>
      <button type="button" data-do="edit">Edit <kbd>e</kbd></button>
      <button type="button" data-do="undo">Undo <kbd>u</kbd></button>
      <button type="button" data-do="export">Export decisions</button>
      </p>
      <p class="settings">
      <label>Proofreader <input id="proofreader" type="text" autocomplete="name"></label>
      <label><input id="keys" type="checkbox" checked> Keys</label>
      <label><input id="sure" type="checkbox"> Walk through the sure ones too</label>
      </p>
      <form id="editor" hidden></form>
      </section>

      """)
  }

  /// Everything that is inferred, the least certain first.
  private mutating func strip() {
    if marks.isEmpty { return }
    output.markup(
      "<nav id=\"strip\" aria-labelledby=\"h-strip\">\n<h2 id=\"h-strip\">Uncertain</h2>\n")
    let order: [PageMark.Certainty] = [.low, .medium]
    let uncertain = order.flatMap { certainty in
      marks.indices.filter { marks[$0].certainty == certainty }
    }
    if uncertain.isEmpty {
      output.markup("<p>Nothing is uncertain.</p>\n")
    } else {
      entries(uncertain)
    }
    let others = marks.indices.filter { !marks[$0].certainty.isUncertain }
    if !others.isEmpty {
      output.markup("<details><summary>")
      output.number(others.count)
      output.markup(others.count == 1 ? " other</summary>\n" : " others</summary>\n")
      entries(others)
      output.markup("</details>\n")
    }
    output.markup("</nav>\n")
  }

  private mutating func entries(_ numbers: [Int]) {
    output.markup("<ol class=\"entries\">\n")
    for number in numbers {
      let mark = marks[number]
      output.markup("<li id=\"i")
      output.number(number + 1)
      output.markup("\" class=\"k-")
      output.text(mark.kind.rawValue)
      output.markup(" c-")
      output.text(mark.certainty.rawValue)
      output.markup("\"")
      if !mark.json.isEmpty { output.attribute("data-json", mark.json) }
      output.markup("><a href=\"#m")
      output.number(number + 1)
      output.markup("\"><span class=\"num\">")
      output.number(number + 1)
      output.markup("</span> <bdi>")
      output.text(mark.words.isEmpty ? mark.element : mark.words)
      output.markup("</bdi></a> <b>")
      output.text(mark.description)
      output.markup("</b> <span class=\"cert\">")
      output.text(mark.certainty.rawValue)
      output.markup("</span> ")
      output.text(why(mark))
      output.markup(" <small>line ")
      output.number(pane.markLines[number])
      output.markup("</small></li>\n")
    }
    output.markup("</ol>\n")
  }

  private func why(_ mark: PageMark) -> String {
    let rule = mark.rule.isEmpty ? "" : "\(mark.rule): \(mark.reason)"
    let isOthers = !mark.responsible.isEmpty && mark.responsible.lowercased() != "engross"
    let who = isOthers ? "by \(mark.responsible)" : ""
    return [rule, who].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private mutating func headerTable() {
    if facts.header == nil { return }
    output.markup("<section id=\"header\" aria-labelledby=\"h-header\">")
    output.markup(
      "<h2 id=\"h-header\">Header</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"h-header\">"
    )
    facts.writeHeader(to: &output)
    output.markup("</div></section>\n")
  }

  // MARK: To be read

  mutating func reading() -> [UInt8] {
    PageFrame.begin(
      &output, title: facts.title, language: facts.language, script: .none, isText: true)
    output.markup("<body class=\"reading\">\n<main>\n<article>\n<h1>")
    output.text(facts.title)
    output.markup("</h1>\n<div class=\"text\">\n")
    output.markup(pane.output)
    output.markup("</div>\n")
    if !pane.endnotes.isEmpty {
      output.markup(
        "<section class=\"endnotes\" role=\"doc-endnotes\" aria-labelledby=\"h-notes\">")
      output.markup("<h2 id=\"h-notes\">Notes</h2>\n<ol>\n")
      for note in pane.endnotes { output.markup(note) }
      output.markup("</ol>\n</section>\n")
    }
    output.markup("</article>\n</main>\n")
    PageFrame.end(&output, script: .none)
    return output.bytes
  }
}
