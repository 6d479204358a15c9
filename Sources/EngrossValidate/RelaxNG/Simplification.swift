import EngrossModel

/// Reads a schema in the XML syntax into patterns (RELAX NG specification, section 4).
///
/// It reads what the bundled schema is written in; anything else is refused by its name.
struct Simplification {
  /// What this reader doesn't know.
  struct Refusal: Error { let what: String }

  var patterns = Patterns()
  /// What the reader didn't know in a content that was read late.
  private(set) var refusal: Refusal?
  private var definitions: [String: Element] = [:]
  private var resolved: [String: Pattern] = [:]
  private var declarations: [Int: UInt32] = [:]
  private var elements: ContiguousArray<Declaration> = []

  /// An element declaration; its content is read when a document first has the element.
  private struct Declaration {
    let names: NameClass
    let element: Element
    var content: Pattern?
  }

  /// Reads a grammar, and gives its start pattern.
  mutating func start(of grammar: Element) throws(Refusal) -> Pattern {
    for definition in grammar.children where definition.name.local == "define" {
      guard let name = definition["name"], definition["combine"] == nil else {
        throw Refusal(what: "combine")
      }
      definitions[name] = definition
    }
    guard let start = grammar.first("start") else { throw Refusal(what: "a grammar without start") }
    return try content(of: start)
  }

  /// The names that a declared element may have.
  func names(ofElement number: UInt32) -> NameClass { elements[Int(number)].names }

  /// What a declared element holds.
  mutating func content(ofElement number: UInt32) -> Pattern {
    let declaration = elements[Int(number)]
    if let content = declaration.content { return content }
    let element = declaration.element
    do throws(Refusal) {
      let content = try content(of: element, skipsName: element["name"] == nil)
      elements[Int(number)].content = content
      return content
    } catch {
      refusal = refusal ?? error
      return .notAllowed
    }
  }

  /// The group of the patterns inside an element of the schema.
  private mutating func content(
    of element: Element, skipsName: Bool = false
  ) throws(Refusal) -> Pattern {
    var group: Pattern?
    for child in element.children.dropFirst(skipsName ? 1 : 0) where isPattern(child) {
      let pattern = try pattern(child)
      group = group.map { patterns.group($0, pattern) } ?? pattern
    }
    return group ?? .empty
  }

  private func isPattern(_ element: Element) -> Bool {
    element.name.namespace == "http://relaxng.org/ns/structure/1.0"
      && element.name.local != "param"
  }

  private mutating func pattern(_ element: Element) throws(Refusal) -> Pattern {
    switch element.name.local {
    case "empty": return .empty
    case "text": return .text
    case "notAllowed": return .notAllowed
    case "group": return try content(of: element)
    case "optional": return patterns.choice(try content(of: element), .empty)
    case "oneOrMore": return patterns.oneOrMore(try content(of: element))
    case "zeroOrMore":
      return patterns.choice(patterns.oneOrMore(try content(of: element)), .empty)
    case "mixed": return patterns.interleave(try content(of: element), .text)
    case "list": return patterns.make(.list(try content(of: element)))
    case "choice":
      var alternatives: [Pattern] = []
      for child in element.children where isPattern(child) {
        alternatives.append(try pattern(child))
      }
      return patterns.choice(of: alternatives)
    case "interleave":
      var interleave = Pattern.empty
      for child in element.children where isPattern(child) {
        interleave = patterns.interleave(interleave, try pattern(child))
      }
      return interleave
    case "ref": return try reference(element["name"] ?? "")
    case "value":
      return patterns.value(element.text, normalised: element["type"] != "string")
    case "data": return try data(element)
    case "attribute":
      let value = try content(of: element, skipsName: element["name"] == nil)
      let hasValue = element.children.contains { isPattern($0) }
      return patterns.attribute(try nameClass(element, isAttribute: true), hasValue ? value : .text)
    case "element": return try declaration(element)
    default: throw Refusal(what: element.name.local)
    }
  }

  private mutating func reference(_ name: String) throws(Refusal) -> Pattern {
    if let known = resolved[name] { return known }
    guard let definition = definitions[name] else { throw Refusal(what: "ref to \(name)") }
    let pattern = try content(of: definition)
    resolved[name] = pattern
    return pattern
  }

  /// An element is declared at once and its content read later, since it may hold itself.
  private mutating func declaration(_ element: Element) throws(Refusal) -> Pattern {
    if let known = declarations[element.index] { return patterns.make(.element(known)) }
    let number = UInt32(elements.count)
    declarations[element.index] = number
    elements.append(
      Declaration(names: try nameClass(element, isAttribute: false), element: element))
    return patterns.make(.element(number))
  }

  private mutating func data(_ element: Element) throws(Refusal) -> Pattern {
    let parameters = element.children.filter { $0.name.local == "param" }
      .map { DatatypeLibrary.Parameter(name: $0["name"] ?? "", value: $0.text) }
    let datatype: Datatype
    do throws(DatatypeLibrary.Fault) {
      datatype = try DatatypeLibrary.datatype(
        library: DatatypeLibrary.xmlSchema.rawValue, type: element["type"] ?? "",
        parameters: parameters)
    } catch {
      throw Refusal(what: error.message)
    }
    patterns.datatypes.append(datatype)
    return patterns.make(.data(UInt32(patterns.datatypes.count - 1)))
  }

  private func nameClass(
    _ element: Element, isAttribute: Bool
  ) throws(Refusal) -> NameClass {
    guard let name = element["name"] else { throw Refusal(what: "a name class") }
    if name.hasPrefix("xml:") {
      return .name(Name(namespace: Name.xmlNamespace, local: String(name.dropFirst(4))))
    }
    if name.contains(":") { throw Refusal(what: "the prefix of \(name)") }
    let namespace = element["ns"] ?? (isAttribute ? "" : Name.teiNamespace)
    return .name(Name(namespace: namespace, local: name))
  }
}
