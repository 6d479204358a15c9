import EngrossModel

/// Numbers as bars, drawn in SVG; the same numbers stand in a table for those who can't see them.
struct BarChart {
  /// What the chart shows, as a heading.
  let title: String
  /// The bars in order.
  let bars: [(label: String, count: Int)]

  /// Bars that lie, a line each: for names.
  var lying: String {
    let most = max(bars.map(\.count).max() ?? 1, 1)
    let rows = bars.enumerated().map { index, bar in
      let (y, width) = (index * 24, max(1, bar.count * 420 / most))
      return "<text x=\"210\" y=\"\(y + 16)\" text-anchor=\"end\">\(bar.label.asXML)</text>"
        + "<rect x=\"220\" y=\"\(y + 3)\" width=\"\(width)\" height=\"18\"/>"
        + "<text x=\"\(226 + width)\" y=\"\(y + 16)\">\(bar.count)</text>"
    }
    return figure(width: 720, height: bars.count * 24, content: rows)
  }

  /// Bars that stand, side by side: for years.
  var standing: String {
    let most = max(bars.map(\.count).max() ?? 1, 1)
    let step = max(4, min(40, 700 / max(bars.count, 1)))
    // As many labels as there's room for.
    let every = max(1, 44 / step + (44 % step == 0 ? 0 : 1))
    let columns = bars.enumerated().map { index, bar in
      let height = bar.count * 140 / most
      let x = index * step
      let label = index % every == 0 ? "<text x=\"\(x)\" y=\"176\">\(bar.label.asXML)</text>" : ""
      return "<rect x=\"\(x)\" y=\"\(154 - height)\" width=\"\(step - 1)\" height=\"\(height)\">"
        + "<title>\(bar.label.asXML): \(bar.count)</title></rect>\(label)"
    }
    return figure(width: max(60, bars.count * step + 40), height: 182, content: columns)
  }

  private func figure(width: Int, height: Int, content: [String]) -> String {
    """
    <figure>
    <svg viewBox="0 0 \(width) \(height)" width="\(width)" role="img" aria-label="\(title.asXML)">
    \(content.joined(separator: "\n"))
    </svg>
    <details><summary>The numbers</summary>
    \(ReportPage.table(["", "documents"], bars.map { [$0.label.asXML, "\($0.count)"] }))
    </details>
    </figure>
    """
  }
}
