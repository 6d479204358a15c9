import EngrossModel
import EngrossXML

/// Judges documents by a RELAX NG schema, and puts what is wrong into words.
struct GrammarJudge: Sendable {
  let engine: RelaxNGEngine

  /// What is wrong with a document.
  ///
  /// - Parameter checksIdentifiers: whether identifiers and what refers to them are checked.
  /// - Parameter listener: is told the document too.
  /// - Throws: `XMLFault` where it isn't well-formed.
  func findings(
    in source: XMLSource, checksIdentifiers: Bool, meaningOfDate: @escaping (String) -> String?,
    beside listener: (any EventReceiver)?
  ) throws(XMLFault) -> [Finding] {
    let faults = try engine.faults(
      in: source, checksIdentifiers: checksIdentifiers, beside: listener)
    if faults.isEmpty { return [] }
    return engine.withWorkspace { workspace in
      var messages = Messages(
        source: source.utf8, index: engine.index,
        // Few sentences need the document once more, as a tree; it was read without a fault.
        surroundings: Surroundings { try? XMLReader().parse(source) },
        phrasebook: workspace.phrasebook)
      messages.meaningOfDate = meaningOfDate
      messages.places = { workspace.automaton.places(of: $0, among: $1, from: $2) }
      return messages.findings(of: faults)
    }
  }
}
