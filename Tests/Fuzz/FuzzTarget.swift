import Glibc

@testable import EngrossValidate

/// What is given random bytes.
enum FuzzTarget: String, CaseIterable {
  /// A schema in RELAX NG's XML syntax.
  case schema
  /// A schema in the compact syntax.
  case compact
  /// A pattern facet and, behind the first line, a literal.
  case pattern
  /// A document, with the bundled schema.
  case document

  /// The one that the environment names.
  static let chosen: FuzzTarget = {
    guard
      let target = FuzzTarget(rawValue: getenv("ENGROSS_FUZZ").map { String(cString: $0) } ?? "")
    else {
      fatalError("a target is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
  }()

  private static let validator = Validator()

  func run(_ input: [UInt8]) {
    switch self {
    case .schema:
      guard let validator = try? Validator(schema: input, path: "fuzz.rng") else { return }
      _ = validator.diagnostics(of: Array("<a/>".utf8))
    case .compact:
      var tree = SchemaTree()
      _ = try? tree.read(input, path: "a.rnc", language: .relaxNGCompact)
    case .pattern: Self.match(input)
    case .document: _ = Self.validator.diagnostics(of: input)
    }
  }

  /// The table and the steps that it's made of have to agree.
  private static func match(_ input: [UInt8]) {
    let parts = input.split(
      separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let source = String(decoding: parts[0], as: UTF8.self)
    guard let expression = try? RegularExpression(source) else { return }
    // What a document's value is has been decoded: malformed bytes don't come here.
    let literal = Array(String(decoding: parts.dropFirst().first ?? [], as: UTF8.self).utf8)
    precondition(expression.matches(literal.span) == expression.simulates(literal.span))
  }
}
