extension Inference {
  /// The inference as one JSON object on one line, without a line end (RFC 8259, JSON Lines).
  ///
  /// The keys are always the same and in this order: `start` and `end` in code points, `startByte`
  /// and `endByte`, `element`, `attributes`, `text`, `cert`, `resp`, `rule`, `evidence`.
  public var json: String {
    let attributes = attributes.map { "\($0.name.asJSON):\($0.value.asJSON)" }
    return "{\"start\":\(codePoints.lowerBound),\"end\":\(codePoints.upperBound),"
      + "\"startByte\":\(bytes.lowerBound),\"endByte\":\(bytes.upperBound),"
      + "\"element\":\(element.asJSON),\"attributes\":{\(attributes.joined(separator: ","))},"
      + "\"text\":\(text.asJSON),\"cert\":\"\(certainty.rawValue)\","
      + "\"resp\":\(responsible.asJSON),\"rule\":\(rule.asJSON),\"evidence\":\(evidence.asJSON)}"
  }
}

extension [Inference] {
  /// The inferences as JSON Lines.
  public var jsonLines: String { map { $0.json + "\n" }.joined() }

  /// The inferences in the standoff format of the annotation tool brat.
  public var brat: String { BratStandoff.file(self) }
}
