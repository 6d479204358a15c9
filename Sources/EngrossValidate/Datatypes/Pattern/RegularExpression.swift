import Synchronization

/// A regular expression of XML Schema (Part 2, appendix F), which matches a whole literal in time
/// linear in its length.
final class RegularExpression: Sendable {
  /// What is wrong with an expression, and the byte of it where.
  struct Fault: Error, Hashable {
    /// The end of a sentence that starts with the expression.
    let message: String
    let offset: Int
  }

  /// The expression as written.
  let source: String
  private let program: RegularProgram
  private let automaton = AtomicLazyReference<Automaton>()

  /// Reads an expression.
  init(_ source: String) throws(Fault) {
    self.source = source
    var parser = RegularExpressionParser(source)
    program = try RegularProgram(try parser.parse(), sets: parser.sets)
  }

  /// Whether the expression matches a literal, from its first character to its last.
  func matches(_ literal: Span<UInt8>) -> Bool {
    made.matches(literal)
  }

  /// The same, step by step, without a table; what a test compares.
  func simulates(_ literal: Span<UInt8>) -> Bool { made.simulate(literal) }

  /// Made when it's first needed: a schema has many patterns of which a document needs few.
  private var made: Automaton { automaton.load() ?? automaton.storeIfNil(Automaton(program)) }
}

/// What an expression is made of.
indirect enum RegularSyntax: Sendable {
  case empty
  /// The number of a character set.
  case set(Int)
  case sequence([RegularSyntax])
  case alternatives([RegularSyntax])
  /// `most` is nil where there's no end.
  case repetition(RegularSyntax, least: Int, most: Int?)
}
