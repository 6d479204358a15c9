/// What a header says about its document (TEI Guidelines, HD).
public struct HeaderFields: Sendable, Hashable {
  /// `titleStmt/title`, the main one.
  public var title: String?
  /// `titleStmt/author`, each.
  public var authors: [String] = []
  /// The date of the text: `creation/date`, else the first date of the source, else of publication;
  /// machine-readable where the header has it so.
  public var date: String?
  /// The genre: `textClass/catRef`, `classCode`, or `keywords/term`.
  public var genres: [String] = []
  /// `publicationStmt/idno`, each as `type:value`, or the value alone.
  public var identifiers: [String] = []
  /// `langUsage/language/@ident`, else `@xml:lang` of the document.
  public var languages: [String] = []
  /// The program that encoded it: `appInfo/application/@ident`.
  public var applications: [String] = []
  /// The encoding of the source that Engross states.
  public var sourceEncoding: String?

  /// The fields that a person reads, one a line, such as `Title: …`.
  public var lines: [String] {
    var lines: [String] = []
    func add(_ label: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(label): \(values.joined(separator: "; "))") }
    }
    add("Title", title.map { [$0] } ?? [])
    add("Author", authors)
    add("Date", date.map { [$0] } ?? [])
    add("Genre", genres)
    add("Identifier", identifiers)
    add("Language", languages)
    return lines
  }
}
