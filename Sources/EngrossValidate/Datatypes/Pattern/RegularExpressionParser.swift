/// Parses a regular expression of XML Schema.
struct RegularExpressionParser {
  typealias Fault = RegularExpression.Fault

  /// Deeper nesting than this is nobody's pattern, and recursion needs an end.
  static let deepest = 100

  /// The character sets of the expression, by their numbers.
  private(set) var sets: [CharacterSet] = []
  private let scalars: [UInt32]
  private let offsets: [Int]
  private var index = 0

  init(_ source: String) {
    var offset = 0
    var offsets: [Int] = []
    for scalar in source.unicodeScalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    scalars = source.unicodeScalars.map(\.value)
    self.offsets = offsets + [offset]
  }

  mutating func parse() throws(Fault) -> RegularSyntax {
    let syntax = try alternatives(depth: 0)
    if index < scalars.count { throw fault("has a \")\" without its \"(\"") }
    return syntax
  }

  private mutating func alternatives(depth: Int) throws(Fault) -> RegularSyntax {
    if depth > Self.deepest { throw fault("nests more than \(Self.deepest) groups") }
    var branches = [try branch(depth: depth)]
    while take("|") { branches.append(try branch(depth: depth)) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func branch(depth: Int) throws(Fault) -> RegularSyntax {
    var pieces: [RegularSyntax] = []
    while let next = peek, next != "|", next != ")" {
      let atom = try atom(depth: depth)
      pieces.append(try quantified(atom))
    }
    return pieces.count == 1 ? pieces[0] : pieces.isEmpty ? .empty : .sequence(pieces)
  }

  private mutating func atom(depth: Int) throws(Fault) -> RegularSyntax {
    let start = index
    index += 1
    switch Unicode.Scalar(scalars[start]) {
    case "(":
      let inner = try alternatives(depth: depth + 1)
      if !take(")") { throw fault("has a \"(\" without its \")\"", at: start) }
      return inner
    case "[": return add(try characterClass(from: start, depth: depth))
    case ".": return add(.complement(.ranges([0x0A...0x0A, 0x0D...0x0D])))
    case "\\": return add(try escape().set)
    case "?", "*", "+", "{":
      throw fault("has \(quoted(start)) where nothing stands to repeat", at: start)
    case "}", "]":
      throw fault("has a \(quoted(start)) that needs a \"\\\" before it", at: start)
    default: return add(.character(scalars[start]))
    }
  }

  private mutating func quantified(_ atom: RegularSyntax) throws(Fault) -> RegularSyntax {
    let start = index
    if take("?") { return .repetition(atom, least: 0, most: 1) }
    if take("*") { return .repetition(atom, least: 0, most: nil) }
    if take("+") { return .repetition(atom, least: 1, most: nil) }
    guard take("{") else { return atom }
    let least = try count(from: start)
    var most: Int? = least
    if take(",") { most = peek == "}" ? nil : try count(from: start) }
    if !take("}") {
      throw fault("has a \"{\" that isn't a count such as {2}, {2,} or {2,4}", at: start)
    }
    if let most, most < least {
      throw fault("asks for at least \(least) and at most \(most)", at: start)
    }
    return .repetition(atom, least: least, most: most)
  }

  private mutating func count(from start: Int) throws(Fault) -> Int {
    let first = index
    var count = 0
    while index < scalars.count, (0x30...0x39).contains(scalars[index]) {
      count = min(count * 10 + Int(scalars[index] - 0x30), RegularProgram.limit + 1)
      index += 1
    }
    if index == first {
      throw fault("has a \"{\" that isn't a count such as {2}, {2,} or {2,4}", at: start)
    }
    return count
  }

  private mutating func characterClass(from start: Int, depth: Int) throws(Fault) -> CharacterSet {
    if depth > Self.deepest { throw fault("nests more than \(Self.deepest) classes", at: start) }
    let isNegative = take("^")
    var parts: [CharacterSet] = []
    var removed: CharacterSet?
    var mayBeDash = true
    while removed == nil, !take("]") {
      guard let next = peek else { throw fault("has a \"[\" without its \"]\"", at: start) }
      if next == "-", !parts.isEmpty, peek(1) == "[" {
        index += 2
        removed = try characterClass(from: index - 1, depth: depth + 1)
        if !take("]") { throw fault("goes on after what a class leaves out; \"]\" has to follow") }
        break
      }
      if next == "-", !mayBeDash, peek(1) != "]" {
        throw fault("has a \"-\" inside a class that needs a \"\\\" before it")
      }
      if next == "[" { throw fault("has a \"[\" inside a class that needs a \"\\\" before it") }
      parts.append(try range())
      mayBeDash = false
    }
    if parts.isEmpty { throw fault("has a class without a character", at: start) }
    let union = parts.count == 1 ? parts[0] : .union(parts)
    let set = isNegative ? .complement(union) : union
    return removed.map { .difference(set, $0) } ?? set
  }

  /// One character of a class, one range or one escape.
  private mutating func range() throws(Fault) -> CharacterSet {
    let start = index
    let (first, set) = try member()
    guard let first, peek == "-", peek(1) != "[", peek(1) != "]", index + 1 < scalars.count else {
      return set
    }
    index += 1
    guard let last = try member().character else {
      throw fault("has a range that ends in more than a character", at: start)
    }
    if last < first { throw fault("has a range whose end comes before its start", at: start) }
    return .ranges([first...last])
  }

  private mutating func member() throws(Fault) -> (character: UInt32?, set: CharacterSet) {
    let scalar = scalars[index]
    index += 1
    if scalar == 0x5C { return try escape() }
    return (scalar, .character(scalar))
  }

  /// What stands behind a backslash.
  private mutating func escape() throws(Fault) -> (character: UInt32?, set: CharacterSet) {
    let start = index - 1
    guard index < scalars.count else { throw fault("ends in a \"\\\"", at: start) }
    let letter = scalars[index]
    index += 1
    if let character = CharacterClassEscape.character(letter) {
      return (character, .character(character))
    }
    if let set = CharacterClassEscape.set(letter) { return (nil, set) }
    guard letter == 0x70 || letter == 0x50 else {
      throw fault(
        "has \"\\\(text(index - 1..<index))\", which is no escape of XML Schema", at: start)
    }
    let set = try property(from: start)
    return (nil, letter == 0x70 ? set : .complement(set))
  }

  private mutating func property(from start: Int) throws(Fault) -> CharacterSet {
    let name = index + 1
    var end = name
    while end < scalars.count, scalars[end] != 0x7D { end += 1 }
    guard peek == "{", end < scalars.count else {
      throw fault("has a \"\\p\" without its \"{…}\"", at: start)
    }
    index = end + 1
    let property = text(name..<end)
    if property.hasPrefix("Is") {
      guard let ranges = UnicodeBlocks.ranges(named: String(property.dropFirst(2))) else {
        throw fault("names the block \"\(property)\", which Unicode hasn't", at: start)
      }
      return .ranges(ranges)
    }
    guard let bits = GeneralCategory.bits(named: property) else {
      throw fault("names the category \"\(property)\", which Unicode hasn't", at: start)
    }
    return .categories(bits)
  }

  private mutating func add(_ set: CharacterSet) -> RegularSyntax {
    sets.append(set)
    return .set(sets.count - 1)
  }

  private var peek: Unicode.Scalar? { peek(0) }

  private func peek(_ ahead: Int) -> Unicode.Scalar? {
    index + ahead < scalars.count ? Unicode.Scalar(scalars[index + ahead]) : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    index += 1
    return true
  }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    for scalar in scalars[range] {
      text.unicodeScalars.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return text
  }

  private func quoted(_ place: Int) -> String { "\"\(text(place..<place + 1))\"" }

  private func fault(_ message: String, at place: Int? = nil) -> Fault {
    Fault(message: message, offset: offsets[place ?? index])
  }
}
