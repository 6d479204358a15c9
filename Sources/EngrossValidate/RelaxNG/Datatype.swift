import CLibXML2
import EngrossXML

/// A datatype of W3C XML Schema with its parameters (XML Schema Part 2; RELAX NG, section 9.3.8).
///
/// libxml2 checks the built-in types and the pattern facet.
struct Datatype {
  /// Owns a compiled pattern facet; it's read by one engine, and so by one thread at a time.
  private final class Facet {
    let expression: xmlRegexpPtr

    init?(_ pattern: String) {
      guard let expression = xmlRegexpCompile(pattern) else { return nil }
      self.expression = expression
    }

    deinit { xmlRegFreeRegexp(expression) }
  }

  private let type: xmlSchemaTypePtr
  private let collapses: Bool
  private var facets: [Facet] = []
  private var minimumLength = 0
  private var bounds: ClosedRange<Double> = -.infinity...Double.infinity

  /// Finds a built-in type by its name; nil when there's none.
  init?(named name: String) {
    LibXML.start()
    xmlSchemaInitTypes()
    guard
      let type = xmlSchemaGetPredefinedType(name, "http://www.w3.org/2001/XMLSchema")
    else { return nil }
    self.type = type
    collapses = name != "string" && name != "normalizedString"
  }

  /// Adds a parameter; false when it's none that is known.
  mutating func add(_ parameter: String, _ value: String) -> Bool {
    switch parameter {
    case "pattern":
      guard let facet = Facet(value) else { return false }
      facets.append(facet)
    case "minLength":
      guard let length = Int(value) else { return false }
      minimumLength = length
    case "minInclusive":
      guard let bound = Double(value) else { return false }
      bounds = bound...bounds.upperBound
    case "maxInclusive":
      guard let bound = Double(value) else { return false }
      bounds = bounds.lowerBound...bound
    default: return false
    }
    return true
  }

  /// Whether a string is a value of the type.
  func admits(_ string: String) -> Bool {
    let value = collapses ? Datatype.collapsed(string) : string
    guard xmlSchemaValidatePredefinedType(type, value, nil) == 0 else { return false }
    guard facets.allSatisfy({ xmlRegexpExec($0.expression, value) == 1 }) else { return false }
    if value.unicodeScalars.count < minimumLength { return false }
    if bounds == -.infinity...Double.infinity { return true }
    return Double(value).map(bounds.contains) ?? false
  }

  /// White space at the ends removed, inner runs made one space (XML Schema Part 2, 4.3.6).
  static func collapsed(_ string: String) -> String {
    let isClean =
      !string.utf8.contains { $0 == 9 || $0 == 10 || $0 == 13 || $0 == 32 }
    return isClean ? string : tokens(string).joined(separator: " ")
  }

  /// The parts of a string between white space.
  static func tokens(_ string: String) -> [String] {
    string.utf8.split { $0 == 9 || $0 == 10 || $0 == 13 || $0 == 32 }.map { String($0) ?? "" }
  }
}
