import EngrossModel

/// Unicode's blocks, by the names that `\p{Is…}` gives them (XML Schema Part 2, F.1.1).
enum UnicodeBlocks {
  /// The ranges of a block; nil when there's no block of that name.
  static func ranges(named name: String) -> [ClosedRange<UInt32>]? {
    var ranges: [ClosedRange<UInt32>] = []
    for row in rows where row.name == name { ranges.append(row.range) }
    return ranges.isEmpty ? nil : ranges
  }

  private struct Row {
    let name: String
    let range: ClosedRange<UInt32>
  }

  private static let rows: [Row] = FactTable(named: "unicode-blocks").rows.compactMap { fields in
    guard fields.count == 3, let first = UInt32(fields[0], radix: 16),
      let last = UInt32(fields[1], radix: 16)
    else { return nil }
    return Row(name: fields[2], range: first...last)
  }
}
