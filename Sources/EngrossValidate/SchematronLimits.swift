import EngrossModel

/// What of Schematron (ISO/IEC 19757-3) libxml2 doesn't know and would pass over in silence; a
/// schema that uses it is refused, in words.
struct SchematronLimits {
  /// What isn't supported, and the byte offset of its element; nil when all is.
  let refusal: (reason: String, offset: Int)?

  private static let namespaces: Set<String> = [
    "http://purl.oclc.org/dsdl/schematron", "http://www.ascc.net/xml/schematron",
  ]
  /// Query languages that are XPath 1.0.
  private static let bindings: Set<String> = ["xslt", "xslt1", "xpath"]
  private static let elements: Set<String> = ["let", "include", "extends", "param"]

  init(_ schema: Document) {
    for (index, node) in schema.nodes.enumerated() where node.kind == .element {
      let element = Element(document: schema, index: index)
      let reason =
        Self.namespaces.contains(element.name.namespace)
        ? Self.reason(element) : Self.reason(foreign: element)
      if let reason {
        refusal = (reason, Int(node.offset))
        return
      }
    }
    refusal = nil
  }

  private static func reason(_ element: Element) -> String? {
    let name = element.name.local
    if let binding = element["queryBinding"], !bindings.contains(binding.lowercased()) {
      return "its rules are written for \"\(binding)\", and only XPath 1.0 (\"xslt\") is read here"
    }
    if elements.contains(name) { return "\"\(name)\" isn't supported here; write its content out" }
    if element["is-a"] != nil || element["abstract"] == "true" {
      return "abstract patterns and rules aren't supported here; write them out"
    }
    if name == "rule", let context = element["context"], context.contains("[") {
      return "a condition in @context isn't supported here; it goes into @test"
    }
    for attribute in ["context", "test", "select"] {
      guard let expression = element[attribute], let fault = XPathExpression(expression).fault
      else { continue }
      return "\(fault) in @\(attribute) isn't of XPath 1.0, which alone is read here"
    }
    return nil
  }

  private static func reason(foreign element: Element) -> String? {
    element.name.namespace == "http://www.w3.org/1999/XSL/Transform"
      ? "XSLT isn't read here; rules in XPath 1.0 are" : nil
  }
}

/// An XPath expression, looked at for what XPath 1.0 (W3C, 1999) doesn't have.
struct XPathExpression {
  /// The first such thing, in quotation marks; nil when there's none.
  let fault: String?

  /// Functions of section 4, node types of section 2.3, and operators, which may stand before "(".
  private static let known: Set<String> = [
    "last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat",
    "starts-with", "contains", "substring-before", "substring-after", "substring",
    "string-length", "normalize-space", "translate", "boolean", "not", "true", "false", "lang",
    "number", "sum", "floor", "ceiling", "round", "node", "text", "comment",
    "processing-instruction", "and", "or", "div", "mod",
  ]

  init(_ text: String) {
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "\"" || scalar == "'" {
        rest = rest.dropFirst()
        rest = rest[(rest.firstIndex(of: scalar).map { rest.index(after: $0) } ?? rest.endIndex)...]
      } else if scalar == "$" {
        let name = rest.dropFirst().prefix(while: Self.isName)
        fault = "\"$\(String(name))\""
        return
      } else if Self.isName(scalar) {
        let name = String(rest.prefix(while: Self.isName))
        rest = rest.drop(while: Self.isName)
        let next = rest.drop { $0.properties.isWhitespace }
        if next.first == "(", !Self.known.contains(name), Double(name) == nil {
          fault = "\"\(name)()\""
          return
        }
      } else {
        rest = rest.dropFirst()
      }
    }
    fault = nil
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
      || scalar == "_" || scalar == "."
  }
}
