/// A table that is being laid out: its cells by rows, each laid out by itself.
struct TableLayout {
  /// Rows that are laid out together; the widths of so many speak for the rest, and memory stays flat.
  private static let most = 500

  private let isAligned: Bool
  private var rows: [[Fragment]] = []

  init(aligned: Bool) { isAligned = aligned }

  mutating func beginRow() { rows.append([]) }

  mutating func add(_ cell: Fragment) {
    if rows.isEmpty { rows.append([]) }
    rows[rows.count - 1].append(cell)
  }

  /// Whether there are so many rows that they should be written.
  var isFull: Bool { rows.count > Self.most }

  /// Writes the rows; an aligned cell of several lines goes on below itself.
  mutating func write(to fragment: inout Fragment) {
    defer { rows.removeAll() }
    let cells = rows.map { $0.map { $0.onOneLine() } }
    var widths: [Int] = []
    for row in cells {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.characterCount)
      }
    }
    for row in cells {
      fragment.separate(.line)
      for (index, cell) in row.enumerated() {
        fragment.append(cell)
        if index == row.count - 1 { continue }
        if isAligned {
          // A cell without text still has its column.
          let pad = widths[index] - cell.characterCount + 2
          fragment.mark(String(repeating: " ", count: pad))
        } else {
          fragment.mark("\t")
        }
      }
    }
  }
}

extension Fragment {
  /// How many code points it holds.
  var characterCount: Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
