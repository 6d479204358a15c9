/// Names that a user knows of, beside the project's own facts: a gazetteer.
public struct KnownNames: Sendable, Hashable {
  /// What a name is of.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case person, place, organisation
  }

  /// A name, and where more is told of what bears it.
  public struct Entry: Sendable, Hashable {
    /// The name as texts have it.
    public let name: String
    /// What it is of.
    public let kind: Kind
    /// The address for `@ref` (TEI Guidelines, att.canonical), a URI.
    public let reference: String?
  }

  /// Why a gazetteer can't be used.
  public struct Fault: Error, Sendable, Hashable {
    /// Where, both from 1; the column in code points.
    public let line: Int
    /// The column.
    public let column: Int
    /// One sentence without a full stop.
    public let message: String
  }

  /// The names, in the order of the files.
  public private(set) var entries: [Entry] = []

  /// No names.
  public init() {}

  /// Adds the names of a file: a line each, with a name, a kind and maybe an address between tabs;
  /// lines that start with `#` are left out.
  ///
  /// - Throws: `Fault` for a line of another form.
  public mutating func add(tsv: [UInt8]) throws(Fault) {
    guard let text = String(validating: tsv, as: UTF8.self) else {
      throw Fault(line: 1, column: 1, message: "a gazetteer is UTF-8, and this isn't")
    }
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      entries.append(try Self.entry(line, number))
    }
  }

  private static func entry(_ line: Substring, _ number: Int) throws(Fault) -> Entry {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    func fault(_ field: Int, _ message: String) -> Fault {
      let before = fields.prefix(field).reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      return Fault(line: number, column: before + 1, message: message)
    }
    let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
    guard fields[0].contains(where: \.isLetter) else { throw fault(0, "a name needs a letter") }
    guard fields.count > 1 else {
      throw fault(0, "a line has a name, a tab and a kind, one of \(kinds)")
    }
    guard let kind = Kind(rawValue: String(fields[1])) else {
      throw fault(1, "\"\(fields[1])\" is no kind of name; these are: \(kinds)")
    }
    if fields.count > 3 { throw fault(3, "a line has three fields at most") }
    let reference = fields.count > 2 && !fields[2].isEmpty ? String(fields[2]) : nil
    if let reference, !isAddress(reference) {
      throw fault(2, "\"\(reference)\" is no address; one such as https://example.org/17 is")
    }
    return Entry(name: String(fields[0]), kind: kind, reference: reference)
  }

  /// Whether a string is an absolute URI: a scheme, a colon, and no character that none may have
  /// (RFC 3986).
  private static func isAddress(_ string: String) -> Bool {
    guard let colon = string.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = string.utf8[..<colon]
    let isScheme =
      scheme.first.map { isLetter($0) } ?? false
      && scheme.allSatisfy {
        isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D
      }
    let forbidden = Set("<>\"{}|\\^` ".utf8)
    return isScheme && string.utf8[colon...].count > 1
      && string.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
