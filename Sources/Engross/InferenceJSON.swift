extension Inference {
  /// The inference as one JSON object on one line, without a line end (RFC 8259, JSON Lines).
  ///
  /// The keys are always the same and in this order: `start` and `end` in code points, `startByte`
  /// and `endByte`, `element`, `attributes`, `text`, `cert`, `resp`, `rule`, `evidence`.
  public var json: String {
    let attributes = attributes.map { "\(Self.quoted($0.name)):\(Self.quoted($0.value))" }
    return "{\"start\":\(codePoints.lowerBound),\"end\":\(codePoints.upperBound),"
      + "\"startByte\":\(bytes.lowerBound),\"endByte\":\(bytes.upperBound),"
      + "\"element\":\(Self.quoted(element)),\"attributes\":{\(attributes.joined(separator: ","))},"
      + "\"text\":\(Self.quoted(text)),\"cert\":\"\(certainty.rawValue)\",\"resp\":\"engross\","
      + "\"rule\":\(Self.quoted(rule)),\"evidence\":\(Self.quoted(evidence))}"
  }

  private static func quoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
