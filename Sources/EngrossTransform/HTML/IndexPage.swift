import EngrossModel

/// The page that leads to the pages of a folder, and groups what was decided alike in several
/// documents, so that it can be judged at once.
package struct IndexPage {
  package let bytes: [UInt8]

  /// What one rule does for one reason.
  private struct Rule: Hashable {
    let element: String
    let rule: String
    let reason: String
    let certainty: PageMark.Certainty
  }

  private struct Place {
    let document: Int
    let entry: PageSummary.Entry
  }

  package init(_ documents: [PageSummary]) {
    var output = HTMLOutput()
    let title = "\(documents.count) documents: proof"
    PageFrame.begin(&output, title: title, language: nil, script: .index, isText: false)
    output.markup("<body class=\"index\">\n<header>\n<h1>")
    output.text(title)
    output.markup("</h1>\n</header>\n")
    output.markup(
      """
      <section id="bar" aria-label="Judging" hidden>
      <p id="counts" role="status"></p>
      <p class="buttons"><button type="button" data-do="export">Export decisions</button>
      <label>Proofreader <input id="proofreader" type="text" autocomplete="name"></label></p>
      </section>
      <main>

      """)
    Self.groups(documents, &output)
    Self.table(documents, &output)
    output.markup("</main>\n")
    PageFrame.end(&output, script: .index)
    bytes = output.bytes
  }

  private static func groups(_ documents: [PageSummary], _ output: inout HTMLOutput) {
    var groups: [Rule: [String: [Place]]] = [:]
    for (number, document) in documents.enumerated() {
      for entry in document.entries where entry.codePoints != nil {
        let rule = Rule(
          element: entry.element, rule: entry.rule, reason: generalised(entry),
          certainty: entry.certainty)
        groups[rule, default: [:]][entry.words + "\n" + entry.description, default: []]
          .append(Place(document: number, entry: entry))
      }
    }
    if groups.isEmpty { return }
    output.markup("<h2>What was decided alike</h2>\n")
    let order = PageMark.Certainty.allCases
    let sorted = groups.map { (rule: $0.key, words: $0.value) }.sorted { left, right in
      let (first, second) = (left.rule, right.rule)
      let ranks = (order.firstIndex(of: first.certainty)!, order.firstIndex(of: second.certainty)!)
      if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
      let counts = (count(left.words), count(right.words))
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      return (first.element, first.rule, first.reason) < (
        second.element, second.rule, second.reason
      )
    }
    for (rule, words) in sorted { write(rule, words, documents, &output) }
  }

  /// The reason without the words themselves, which differ where the rule is the same.
  private static func generalised(_ entry: PageSummary.Entry) -> String {
    entry.reason.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 1 ? "…" : String($0.element) }.joined(separator: "\"")
  }

  private static func count(_ words: [String: [Place]]) -> Int {
    words.values.reduce(0) { $0 + $1.count }
  }

  private static func write(
    _ rule: Rule, _ words: [String: [Place]], _ documents: [PageSummary],
    _ output: inout HTMLOutput
  ) {
    output.markup("<details class=\"group k-")
    output.text(PageMark.Kind(element: rule.element).rawValue)
    output.markup(" c-")
    output.text(rule.certainty.rawValue)
    output.markup("\"><summary><b>")
    output.text(rule.element)
    output.markup("</b> ")
    output.text(rule.rule.isEmpty ? "not by a rule" : "\(rule.rule): \(rule.reason)")
    output.markup(" <span class=\"cert\">")
    output.text(rule.certainty.rawValue)
    output.markup("</span> ")
    output.text(times(count(words)))
    output.markup("</summary>\n<ul class=\"alike\"")
    output.attribute("data-element", rule.element)
    output.markup(">\n")
    let sorted = words.sorted {
      $0.value.count != $1.value.count ? $0.value.count > $1.value.count : $0.key < $1.key
    }
    for (_, places) in sorted { write(places, documents, &output) }
    output.markup("</ul>\n</details>\n")
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private static func write(
    _ places: [Place], _ documents: [PageSummary], _ output: inout HTMLOutput
  ) {
    let first = places[0].entry
    let members = places.map { place in
      let range = place.entry.codePoints ?? 0..<0
      return "[\(documents[place.document].name.asJSON),\(range.lowerBound),\(range.upperBound)]"
    }
    output.markup("<li")
    output.attribute("data-members", "[\(members.joined(separator: ","))]")
    output.markup("><bdi>")
    output.text(first.words.isEmpty ? first.element : first.words)
    output.markup("</bdi> <small>")
    output.text(first.description)
    output.markup("</small> ")
    output.text(times(places.count))
    output.markup(": ")
    for (number, place) in places.prefix(5).enumerated() {
      if number > 0 { output.markup(", ") }
      output.markup("<a")
      output.attribute(
        "href", "\(documents[place.document].name).html".asURIPath + "#m\(place.entry.number)")
      output.markup(">")
      output.text("\(documents[place.document].name), line \(place.entry.line)")
      output.markup("</a>")
    }
    if places.count > 5 { output.text(" and \(places.count - 5) more") }
    output.markup("</li>\n")
  }

  private static func table(_ documents: [PageSummary], _ output: inout HTMLOutput) {
    output.markup(
      "<h2 id=\"h-documents\">Documents</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"h-documents\">"
    )
    output.markup("<table><thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Title</th>")
    output.markup(
      "<th scope=\"col\">Marked</th><th scope=\"col\">Uncertain</th></tr></thead><tbody>\n")
    for document in documents {
      output.markup("<tr><th scope=\"row\"><a")
      output.attribute("href", "\(document.name).html".asURIPath)
      output.markup(">")
      output.text(document.name)
      output.markup("</a></th><td>")
      output.text(document.title)
      output.markup("</td><td>")
      output.number(document.entries.count)
      output.markup("</td><td>")
      output.number(document.entries.count { $0.certainty.isUncertain })
      output.markup("</td></tr>\n")
    }
    output.markup("</tbody></table></div>\n")
  }
}
