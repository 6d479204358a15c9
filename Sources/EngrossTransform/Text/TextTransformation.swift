import EngrossModel

/// Turns the events of a TEI document into its text, by a policy.
package final class TextTransformation: EventReceiver {
  /// Which policy: one for all, or by what encoded the document.
  package enum Policy: Sendable {
    case always(TextPolicy)
    /// The source's own bytes for what Engross encoded, `reading` for the rest.
    case byDocument
  }

  /// All in one value, whose parts aren't checked for exclusive access one by one; nor is the whole,
  /// since no event is told while another is heard.
  @exclusivity(unchecked) private var flow: TextFlow

  package init(
    _ policy: Policy, unit: TextUnit? = nil, mapsRuns: Bool = false, to sink: any TextSink
  ) {
    flow = TextFlow(policy, unit: unit, mapsRuns: mapsRuns, to: sink)
  }

  /// Whether a TEI `text` was met.
  package var hasText: Bool { flow.hasText }

  package func start(_ places: any EventPlaces) { flow.places = places }

  package func name(_ number: Int, is name: Name) { flow.name(number, is: name) }

  package func open(_ name: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    flow.open(name, attributes, at: offset)
  }

  package func text(_ bytes: Span<UInt8>, at offset: Int) { flow.text(bytes, at: offset) }

  package func close(at offset: Int) { flow.close(at: offset) }

  /// Ends the text; to be called after the last event.
  ///
  /// - Throws: what the sink threw.
  package func end() throws { try flow.end() }
}
