import EngrossModel
import EngrossXML

/// Judges documents by a RELAX NG schema, and puts what is wrong into words.
struct GrammarJudge: Sendable {
  let engine: RelaxNGEngine

  /// What is wrong with a document.
  ///
  /// - Parameter checksIdentifiers: whether identifiers and what refers to them are checked.
  /// - Throws: `XMLFault` where it isn't well-formed.
  func findings(
    in bytes: [UInt8], checksIdentifiers: Bool, meaningOfDate: @escaping (String) -> String?
  ) throws(XMLFault) -> [Finding] {
    let faults = try engine.faults(in: bytes, checksIdentifiers: checksIdentifiers)
    if faults.isEmpty { return [] }
    // Only a document with mistakes is read once more, as a tree.
    let source = try XMLSource(bytes)
    let tree = try XMLReader().parse(source)
    return engine.withAutomaton { automaton in
      var messages = Messages(
        source: source.utf8, index: engine.index, surroundings: Surroundings(tree))
      messages.meaningOfDate = meaningOfDate
      messages.places = { automaton.places(of: $0, among: $1, from: $2) }
      return messages.findings(of: faults)
    }
  }
}
