import EngrossModel

/// One inference of a document, as the page marks and lists it.
struct PageMark {
  /// The colour that it has: what kind of thing it is.
  enum Kind: String, CaseIterable {
    case name, date, part, correction, editorial, structure

    /// What it's called.
    var title: String {
      switch self {
      case .name: "name"
      case .date: "date"
      case .part: "opening or closing"
      case .correction: "correction"
      case .editorial: "editorial matter"
      case .structure: "structure"
      }
    }

    init(element: String) {
      switch element {
      case "persName", "orgName", "placeName", "roleName", "docAuthor", "name", "rs", "forename",
        "surname", "country", "settlement", "region", "geogName", "author":
        self = .name
      case "date", "time", "docDate": self = .date
      case "dateline", "salute", "signed", "byline", "closer", "opener", "address", "postscript",
        "trailer", "speaker":
        self = .part
      case "choice", "corr", "sic", "reg", "orig", "abbr", "expan": self = .correction
      case "note", "gap", "supplied", "unclear", "stage", "fw", "pb", "seg", "ref", "add", "del":
        self = .editorial
      default: self = .structure
      }
    }
  }

  /// How sure it is, as the page says it.
  enum Certainty: String, CaseIterable {
    case low, medium, high, unknown

    var isUncertain: Bool { self == .low || self == .medium }
  }

  /// The element's place in the tree.
  let node: Int
  let element: String
  let attributes: [(name: String, value: String)]
  let certainty: Certainty
  /// Who answers for it; empty where nobody is named.
  let responsible: String
  let rule: String
  let reason: String
  /// The line for `encode --apply`, empty where the text isn't known to which it would apply.
  let json: String
  /// The code points of the text that it's of; nil where `json` is empty.
  let codePoints: Range<Int>?
  /// The words, their middle left out where they're many.
  let words: String

  var kind: Kind { Kind(element: element) }

  /// What it is, in a few words: `date when 1997-05-06`.
  var description: String {
    ([element] + attributes.filter { !$0.value.isEmpty }.map { "\($0.name) \($0.value)" })
      .joined(separator: " ")
  }

  /// Some words on one line, their middle left out when they're many.
  static func excerpt(_ text: some Collection<UInt8>) -> String {
    let words = WhiteSpace.collapsed(text, atMost: 4000)
    // The byte at which each code point starts.
    let starts = words.indices.filter { words[$0] & 0xC0 != 0x80 }
    guard starts.count > 72 else { return String(decoding: words, as: UTF8.self) }
    return String(decoding: words[..<starts[48]], as: UTF8.self) + " … "
      + String(decoding: words[starts[starts.count - 20]...], as: UTF8.self)
  }
}
