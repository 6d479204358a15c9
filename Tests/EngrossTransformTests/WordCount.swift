import EngrossModel

/// The words of a document, counted from its tree without the transformation's rules: its text in
/// order, without what `diplomatic` leaves out.
struct WordCount {
  /// Elements that aren't text, wherever they stand.
  private static let passedOver: Set<String> = [
    "teiHeader", "standOff", "xenoData", "facsimile", "index", "interp", "interpGrp", "link",
    "linkGrp", "span", "spanGrp", "join", "joinGrp", "alt", "altGrp", "timeline", "fs", "fLib",
    "fvLib", "certainty", "precision", "respons", "substJoin", "listTranspose", "listChange",
    "listRelation", "listAnnotation", "annotation", "graphic", "media", "binaryObject", "relation",
    "charDecl", "witDetail", "wit", "desc", "gap",
  ]
  private let document: Document
  private(set) var words: [String] = []
  private var text = ""

  init(_ document: Document) {
    self.document = document
    var index = 0
    while index < document.nodes.count {
      if document.nodes[index].kind == .element, name(index) == "text" || name(index) == "sourceDoc"
      {
        collect(index)
        index = Int(document.nodes[index].next)
      } else if document.nodes[index].kind == .element, Self.passedOver.contains(name(index)) {
        index = Int(document.nodes[index].next)
      } else {
        index += 1
      }
    }
    words = Self.words(text)
  }

  /// Letters and digits in a row; what marks and brackets stand inside of isn't divided by them.
  static func words(_ text: String) -> [String] {
    let isWord: (Unicode.Scalar) -> Bool = {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || $0.properties.generalCategory == .nonspacingMark
    }
    return text.unicodeScalars.split { !isWord($0) }.map { String(String.UnicodeScalarView($0)) }
  }

  private func name(_ index: Int) -> String {
    let name = document.name(of: index)
    let isTEI = name.namespace == Name.teiNamespace || name.namespace.isEmpty
    return isTEI ? name.local : ""
  }

  /// Collects the text below a node; the depth of real documents is small.
  private mutating func collect(_ index: Int) {
    let node = document.nodes[index]
    if node.kind == .text { text += document.string(node.range) }
    guard node.kind == .element else { return }
    let own = name(index)
    if Self.passedOver.contains(own) { return }
    if own == "g", Int(node.next) == index + 1 { return }
    let divides = Self.divides(own) || own.isEmpty
    if divides { text += " " }
    var child = index + 1
    var seen: Set<String> = []
    while child < Int(node.next) {
      let name = document.nodes[child].kind == .element ? self.name(child) : ""
      let isOther =
        own == "choice" && (["corr", "reg", "expan"].contains(name) || seen.contains(name))
        || own == "app" && name == "rdg" && !seen.isDisjoint(with: ["lem", "rdg"])
      if !isOther { collect(child) }
      if !name.isEmpty { seen.insert(name) }
      child = Int(document.nodes[child].next)
    }
    if divides { text += " " }
  }

  /// Whether a reader sees what stands around an element apart.
  private static func divides(_ name: String) -> Bool { elements.contains(name) }

  private static let elements: Set<String> = [
    "p", "ab", "head", "trailer", "byline", "opener", "closer", "l", "lg", "item", "row", "cell",
    "castItem", "titlePart", "docAuthor", "docDate", "docImprint", "dateline", "salute", "signed",
    "addrLine", "line", "speaker", "sp", "u", "fw", "div", "list", "label", "table", "note", "lb",
    "pb", "cb", "space", "text", "front", "body", "back", "bibl", "figure", "figDesc", "eg",
    "egXML",
    "pause", "vocal", "kinesic", "incident", "writing", "shift",
    "address", "castList", "castGroup", "listBibl", "quote", "q", "stage", "cit", "formula",
  ]
}
