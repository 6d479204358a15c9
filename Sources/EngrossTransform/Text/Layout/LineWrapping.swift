import EngrossModel

/// Breaks lines at spaces so that none is longer than a width, where words allow it.
struct LineWrapping {
  /// How many bytes of text, and of indentation that came in, are wrapped already.
  private var done = 0
  private var indented = 0

  /// The text wrapped, and its runs at their new places.
  ///
  /// A line goes on below its own indentation and label. A line with two spaces in a row is laid out
  /// already, as tables are, and stays.
  mutating func wrap(
    _ bytes: [UInt8], _ runs: [TextRun], width: Int
  ) -> ([UInt8], [TextRun]) {
    let base = done
    done += bytes.count
    var out: [UInt8] = []
    /// Where a line was broken: the offset after the space, and how many bytes of indentation came in.
    var breaks: [(offset: Int, indent: Int)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      let indent = line.prefix { $0 == 0x20 }.count
      if isLaidOut(line.dropFirst(indent)) {
        out += line
      } else {
        var column = 0
        var space: Int?
        var index = start
        while index < end {
          if bytes[index] & 0xC0 != 0x80 { column += 1 }
          if bytes[index] == 0x20, index >= start + indent { space = out.count }
          out.append(bytes[index])
          index += 1
          if column > width, let at = space {
            out[at] = 0x0A
            let hang = repeatElement(UInt8(0x20), count: indent)
            out.insert(contentsOf: hang, at: at + 1)
            let rest = out.count - (at + 1 + indent)
            breaks.append((base + index - rest, indent))
            column = indent + out[(at + 1 + indent)...].count { $0 & 0xC0 != 0x80 }
            space = nil
          }
        }
      }
      if end < bytes.count { out.append(0x0A) }
      start = end + 1
    }
    let moved = move(runs, breaks, by: indented, in: bytes, from: base)
    indented += breaks.reduce(0) { $0 + $1.indent }
    return (out, moved)
  }

  private func isLaidOut(_ line: ArraySlice<UInt8>) -> Bool {
    zip(line, line.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 || $0 == 0x09 }
  }

  /// Runs at their new places; one that a break divides becomes two.
  private func move(
    _ runs: [TextRun], _ breaks: [(offset: Int, indent: Int)], by first: Int,
    in bytes: [UInt8], from base: Int
  ) -> [TextRun] {
    var moved: [TextRun] = []
    var next = 0
    var shift = first
    for run in runs {
      while next < breaks.count, breaks[next].offset <= run.start {
        shift += breaks[next].indent
        next += 1
      }
      var rest = run
      while next < breaks.count, breaks[next].offset < rest.start + rest.count {
        let length = breaks[next].offset - rest.start
        var first = rest
        first.start += shift
        first.count = length - 1
        first.sourceCount = length - 1
        moved.append(first)
        rest.start += length
        rest.count -= length
        rest.sourceStart += length
        rest.sourceCount -= length
        // A run never crosses a line's end of the XML.
        let characters = bytes[(rest.start - length - base)..<(rest.start - base)]
          .count { $0 & 0xC0 != 0x80 }
        rest.position = Position(
          line: rest.position.line, column: rest.position.column + characters)
        shift += breaks[next].indent
        next += 1
      }
      rest.start += shift
      moved.append(rest)
    }
    return moved
  }
}
