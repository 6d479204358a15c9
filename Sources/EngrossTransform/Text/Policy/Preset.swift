/// A policy that has a name.
public enum Preset: String, Sendable, Hashable, CaseIterable {
  /// For reading: corrected, with notes, without what belongs to the page.
  case reading
  /// For study: as it stands on the page, line by line.
  case diplomatic
  /// For text mining: corrected running text, a paragraph a line, without marks.
  case corpus
  /// What Engross encoded, byte for byte.
  case original
  /// What Engross encoded, with corrections.
  case corrected

  /// What it's for, in a few words.
  public var summary: String {
    switch self {
    case .reading: "corrected, with notes, without what belongs to the page"
    case .diplomatic: "as it stands on the page, line by line"
    case .corpus: "corrected, a paragraph a line, without notes and marks"
    case .original: "what Engross encoded, byte for byte"
    case .corrected: "what Engross encoded, with its corrections"
    }
  }

  /// What it does at a point.
  func treatment(of point: PolicyPoint) -> Treatment {
    let column =
      switch self {
      case .reading: 0
      case .diplomatic: 1
      case .corpus: 2
      case .original: 3
      case .corrected: 4
      }
    return Self.row(point)[column]
  }

  /// For each point what the presets do, in their order.
  private static func row(_ point: PolicyPoint) -> [Treatment] {
    switch point {
    case .correction: [.corr, .sic, .corr, .sic, .corr]
    case .regularisation: [.reg, .orig, .reg, .orig, .reg]
    case .abbreviation: [.expan, .abbr, .expan, .abbr, .expan]
    case .apparatus: [.lem, .lem, .lem, .lem, .lem]
    case .revision: [.add, .both, .add, .both, .add]
    case .supplied: [.keep, .keep, .keep, .keep, .keep]
    case .unclear: [.keep, .keep, .keep, .keep, .keep]
    case .gap: [.mark, .mark, .drop, .drop, .drop]
    case .note: [.block, .inline, .drop, .keep, .keep]
    case .pageBreak: [.drop, .newline, .drop, .drop, .drop]
    case .columnBreak: [.drop, .newline, .drop, .drop, .drop]
    case .lineBreak: [.space, .newline, .space, .drop, .drop]
    case .hyphen: [.join, .keep, .join, .keep, .keep]
    case .runningHead: [.drop, .keep, .drop, .keep, .keep]
    case .head: [.keep, .keep, .keep, .keep, .keep]
    case .list: [.rebuild, .plain, .plain, .plain, .plain]
    case .table: [.aligned, .tabs, .tabs, .tabs, .tabs]
    case .verse: [.lines, .lines, .lines, .lines, .lines]
    case .speaker: [.line, .line, .drop, .line, .line]
    case .stage: [.keep, .keep, .drop, .keep, .keep]
    case .figure: [.desc, .desc, .drop, .desc, .desc]
    case .glyph: [.character, .character, .character, .character, .character]
    case .header: [.drop, .drop, .drop, .drop, .drop]
    case .paragraph: [.blank, .blank, .line, .line, .line]
    case .whitespace: [.collapse, .collapse, .collapse, .preserve, .preserve]
    }
  }
}
