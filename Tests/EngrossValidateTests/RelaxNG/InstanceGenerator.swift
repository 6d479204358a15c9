import EngrossModel

@testable import EngrossValidate

/// Writes documents that a grammar has, from the grammar itself.
struct InstanceGenerator {
  private let grammar: Grammar
  /// How many elements have to be inside one another at least, for each declaration.
  private let heights: [Int]
  /// The same for each pattern that was asked for.
  private var patternHeights: [UInt32: Int] = [:]
  /// The declarations of which an element was written.
  private(set) var written: Set<UInt32> = []
  /// How many elements the document has so far.
  private var size = 0
  private var state: UInt64
  private var identifiers = 0
  private var output = ""
  /// The samples that each datatype admits, by its number.
  private var fitting: [UInt32: [String]] = [:]

  /// Values of which each datatype of TEI admits one at least.
  private static let samples = [
    "a", "1", "true", "1997-05-06", "#a", "en", "high", "0.5", "M", "P1Y", "12:00:00", "1997", "-",
    "1 2", "a b", "application/xml", "1px", "a.b", "p1=x", "--05-06", "http://example.org/", "0",
    "--05", "---06", "1997-05", "1997-05-06T12:00:00", "text", "xs:string", "a:b", "UTF-8", "Latn",
  ]

  init(_ grammar: Grammar, seed: UInt64) {
    self.grammar = grammar
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var heights = [Int](repeating: 1_000, count: grammar.declarations.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (index, declaration) in grammar.declarations.enumerated() {
        let height = 1 + Self.height(declaration.content, grammar, heights)
        if height < heights[index] {
          heights[index] = height
          hasChanged = true
        }
      }
    }
    self.heights = heights
  }

  private static func height(_ pattern: Pattern, _ grammar: Grammar, _ heights: [Int]) -> Int {
    let node = grammar.table[pattern]
    switch node.kind {
    case .notAllowed: return 1_000
    case .element: return heights[Int(node.first)]
    case .choice:
      return grammar.table.parts(pattern, of: .choice).map { height($0, grammar, heights) }.min()!
    case .interleave:
      return grammar.table.parts(pattern, of: .interleave).map { height($0, grammar, heights) }
        .max()!
    case .group:
      return grammar.table.sequence(pattern).map { height($0, grammar, heights) }.max()!
    case .oneOrMore: return height(Pattern(number: node.first), grammar, heights)
    default: return 0
    }
  }

  private mutating func height(_ pattern: Pattern) -> Int {
    if let known = patternHeights[pattern.number] { return known }
    let height = Self.height(pattern, grammar, heights)
    patternHeights[pattern.number] = height
    return height
  }

  private mutating func random(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % count
  }

  /// The next document.
  mutating func document() -> String {
    output = ""
    identifiers = 0
    size = 0
    var attributes = ""
    write(grammar.start, depth: 0, &attributes, parent: nil)
    return output
  }

  private mutating func write(
    _ pattern: Pattern, depth: Int, _ attributes: inout String, parent: String?
  ) {
    let node = grammar.table[pattern]
    switch node.kind {
    case .choice:
      let parts = grammar.table.parts(pattern, of: .choice)
      // Few of the optional attributes, as each set of them is new to the automaton.
      if node.contents.contains(.attributes), parts.contains(.empty), random(12) > 0 { return }
      var heights: [Int] = []
      for part in parts { heights.append(height(part)) }
      let least = heights.min()!
      let isDeep = depth + random(6) > 8 || size > 15
      let possible = parts.indices.filter {
        isDeep ? heights[$0] == least : heights[$0] < 100
      }
      write(parts[possible[random(possible.count)]], depth: depth, &attributes, parent: parent)
    case .interleave:
      var parts = grammar.table.parts(pattern, of: .interleave)
      while !parts.isEmpty {
        write(
          parts.remove(at: random(parts.count)), depth: depth, &attributes, parent: parent)
      }
    case .group:
      for part in grammar.table.sequence(pattern) {
        write(part, depth: depth, &attributes, parent: parent)
      }
    case .oneOrMore:
      for _ in 0...(depth > 6 || size > 15 ? 0 : random(3)) {
        write(Pattern(number: node.first), depth: depth, &attributes, parent: parent)
      }
    case .text, .data, .value, .list: output += value(pattern)
    case .attribute:
      guard let name = grammar.nameClasses[Int(node.first)].names.names.first else { return }
      let prefix = name.namespace == Name.xmlNamespace ? "xml:" : ""
      attributes += " \(prefix)\(name.local)=\"\(value(Pattern(number: node.second)))\""
    case .element: element(node.first, depth: depth, parent: parent)
    default: break
    }
  }

  private mutating func element(_ number: UInt32, depth: Int, parent: String?) {
    let declaration = grammar.declarations[Int(number)]
    guard let name = grammar.nameClasses[Int(declaration.names)].names.names.first else { return }
    size += 1
    written.insert(number)
    let outer = output
    output = ""
    var attributes = name.namespace == parent ? "" : " xmlns=\"\(name.namespace)\""
    write(declaration.content, depth: depth + 1, &attributes, parent: name.namespace)
    output = outer + "<\(name.local)\(attributes)>" + output + "</\(name.local)>"
  }

  private mutating func value(_ pattern: Pattern) -> String {
    let node = grammar.table[pattern]
    switch node.kind {
    case .text: return ["a", "a b", "words &amp; more"][random(3)]
    case .value: return grammar.values[Int(node.first)].text
    case .data:
      let datatype = grammar.datatypes[Int(node.first)]
      if datatype.identifying == .id {
        identifiers += 1
        return "i\(identifiers)"
      }
      let known =
        fitting[node.first] ?? Self.samples.filter { datatype.admits(Array($0.utf8).span) }
      fitting[node.first] = known
      precondition(!known.isEmpty, "no sample of \(datatype.type), \(datatype.facets)")
      return known[random(known.count)]
    case .list: return value(Pattern(number: node.first))
    case .choice:
      let parts = grammar.table.parts(pattern, of: .choice)
      return value(parts[random(parts.count)])
    case .oneOrMore:
      let first = value(Pattern(number: node.first))
      return random(2) == 0 ? first : first + " " + value(Pattern(number: node.first))
    case .group:
      return grammar.table.sequence(pattern).map { value($0) }.joined(separator: " ")
    default: return ""
    }
  }
}
