/// One decision on the way from TEI to text.
public enum PolicyPoint: String, Sendable, Hashable, CaseIterable {
  case correction
  case regularisation
  case abbreviation
  case apparatus
  case revision
  case supplied
  case unclear
  case gap
  case note
  case pageBreak = "page-break"
  case columnBreak = "column-break"
  case lineBreak = "line-break"
  case hyphen
  case runningHead = "running-head"
  case head
  case list
  case table
  case verse
  case speaker
  case stage
  case figure
  case glyph
  case header
  case paragraph
  case whitespace

  /// What may be done, the first being what the preset `reading` does.
  public var treatments: [Treatment] {
    switch self {
    case .correction: [.corr, .sic]
    case .regularisation: [.reg, .orig]
    case .abbreviation: [.expan, .abbr]
    case .apparatus: [.lem, .rdg]
    case .revision: [.add, .del, .both]
    case .supplied, .unclear: [.keep, .bracket, .drop]
    case .gap: [.mark, .desc, .drop]
    case .note: [.block, .document, .inline, .keep, .drop]
    case .pageBreak, .columnBreak: [.drop, .space, .newline, .mark]
    case .lineBreak: [.space, .newline, .mark, .drop]
    case .hyphen: [.join, .keep]
    case .runningHead: [.drop, .keep]
    case .head, .stage: [.keep, .drop]
    case .list: [.rebuild, .plain]
    case .table: [.aligned, .tabs]
    case .verse: [.lines, .slashes]
    case .speaker: [.line, .runIn, .drop]
    case .figure: [.desc, .drop]
    case .glyph: [.character, .drop]
    case .header: [.drop, .fields, .text]
    case .paragraph: [.blank, .line]
    case .whitespace: [.collapse, .preserve]
    }
  }

  /// What it decides, in a few words.
  public var summary: String {
    switch self {
    case .correction: "which of sic and corr a choice gives"
    case .regularisation: "which of orig and reg a choice gives"
    case .abbreviation: "which of abbr and expan a choice gives"
    case .apparatus: "which of lem and the first rdg an app gives"
    case .revision: "text as revised (add), as first written (del), or both"
    case .supplied: "text that an editor supplied"
    case .unclear: "text that is hard to read; bracket adds a question mark"
    case .gap: "what is missing: […], its description, or nothing"
    case .note:
      "notes: numbered after their block or the document, inline in brackets, in place, or not at "
        + "all; TYPE=… for the notes of one @type or @place"
    case .pageBreak: "pb; mark writes the page's number"
    case .columnBreak: "cb; mark writes the column's number"
    case .lineBreak: "lb; mark writes a vertical bar"
    case .hyphen: "hyphens at lb[@break='no'] and soft hyphens"
    case .runningHead: "fw: running heads, catchwords, signatures"
    case .head: "headings"
    case .list: "numbers and bullets, rebuilt from @rend and @type"
    case .table: "tables, in columns or with a tab between cells"
    case .verse: "verse, by lines or run on with slashes"
    case .speaker: "speakers, on a line of their own or before their speech"
    case .stage: "stage directions"
    case .figure: "figDesc"
    case .glyph: "g without content, by its charDecl"
    case .header: "the header: its main fields, or all its text"
    case .paragraph: "what stands between paragraphs, a blank line or a line's end"
    case .whitespace: "white space, by the rule, or as it stands in the file"
    }
  }
}
