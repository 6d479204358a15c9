import Engross
import EngrossModel

/// The report on a collection as one HTML page, which needs nothing from elsewhere.
struct ReportPage {
  private let collection: DocumentCollection

  init(of collection: DocumentCollection) { self.collection = collection }

  /// The page.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A collection of \(collection.count) documents</title>
    <style>
    :root { color-scheme: light dark; --bar: #2f6690; }
    @media (prefers-color-scheme: dark) { :root { --bar: #7fb2dd; } }
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    svg { max-width: 100%; height: auto; font-size: 13px; }
    svg text { fill: currentColor; }
    svg rect { fill: var(--bar); }
    figure { margin: 1rem 0; overflow-x: auto; }
    table { border-collapse: collapse; }
    caption { text-align: left; }
    th, td { padding: .15rem .8rem .15rem 0; text-align: left; vertical-align: top; }
    th { border-bottom: 1px solid currentColor; }
    td + td { font-variant-numeric: tabular-nums; }
    </style>
    </head>
    <body>
    <main>
    <h1>A collection of \(collection.count) documents</h1>
    \(unreadable)
    <h2>Genres</h2>
    \(BarChart(title: "Documents by genre", bars: Self.ranked(collection.genres, most: 40)).lying)
    <h2>\(years.title)</h2>
    \(years.standing)
    <h2>Files to look at first</h2>
    \(first)
    <h2>Findings by rule</h2>
    \(findings)
    <h2>Certainty by kind</h2>
    \(certainties)
    <h2>Signatories</h2>
    \(Self.names(collection.signatories))
    <h2>States</h2>
    \(Self.names(collection.states))
    </main>
    </body>
    </html>

    """
  }

  private var unreadable: String {
    collection.unreadable == 0
      ? "" : "<p>\(collection.unreadable) of them aren't well-formed XML.</p>"
  }

  /// Every year of the range has a bar, or every decade of a long one.
  private var years: BarChart {
    guard let from = collection.years.keys.min(), let to = collection.years.keys.max() else {
      return BarChart(title: "Years", bars: [])
    }
    let step = to - from > 120 ? 10 : 1
    var counts: [Int: Int] = [:]
    for (year, count) in collection.years { counts[year / step, default: 0] += count }
    let bars = (from / step...to / step).map { ("\($0 * step)", counts[$0] ?? 0) }
    return BarChart(title: step == 1 ? "Years" : "Decades", bars: bars)
  }

  private var first: String {
    if collection.first.isEmpty { return "<p>None has a finding, a doubt or a correction.</p>" }
    let rows = collection.first.map { entry in
      // A colon in the first part of a relative address would be a scheme.
      let link = "<a href=\"./\(entry.page.percentEncoded)\">\(entry.path.shown.asXML)</a>"
      let counts = [entry.errors, entry.warnings, entry.unsure, entry.corrections].map(String.init)
      return [link, entry.title.asXML] + counts
    }
    return Self.table(
      ["file", "title", "errors", "warnings", "low certainty", "corrections"], rows)
  }

  private var findings: String {
    if collection.findings.isEmpty { return "<p>All documents are valid.</p>" }
    let ranked = Self.ranked(collection.findings, most: .max)
    let meanings = Dictionary(
      Message.all.map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
    return Self.table(
      ["rule", "findings", "meaning"],
      ranked.map { [$0.label.asXML, "\($0.count)", (meanings[$0.label] ?? "").asXML] })
  }

  private var certainties: String {
    let levels = ["high", "medium", "low"]
    let elements = Set(collection.certainties.keys.map(\.element)).sorted()
    return Self.table(
      ["element"] + levels,
      elements.map { element in
        [element.asXML]
          + levels.map {
            "\(collection.certainties[.init(element: element, certainty: $0)] ?? 0)"
          }
      })
  }

  private static func names(_ counts: [String: Int]) -> String {
    if counts.isEmpty { return "<p>None.</p>" }
    let rows = ranked(counts, most: 50).map { [$0.label.asXML, "\($0.count)"] }
    let more = counts.count > 50 ? "<p>and \(counts.count - 50) more</p>" : ""
    return table(["name", "documents"], rows) + more
  }

  /// The names that stand most often, equal ones in the order of their letters.
  private static func ranked(_ counts: [String: Int], most: Int) -> [(label: String, count: Int)] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map {
      ($0.key, $0.value)
    }
  }

  /// A table; the cells are HTML already.
  static func table(_ heads: [String], _ rows: [[String]]) -> String {
    let head = heads.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }
    return """
      <table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody>
      </table>
      """
  }
}
