import EngrossModel
import EngrossTransform

extension TextRecord {
  /// The record as one line of JSON Lines.
  package func json(file: String) -> String {
    func list(_ values: [String]) -> String { "[\(values.map(\.asJSON).joined(separator: ","))]" }
    func value(_ text: String?) -> String { text?.asJSON ?? "null" }
    let members: [(String, String)] = [
      ("file", file.asJSON), ("unit", unit.rawValue.asJSON), ("number", String(number)),
      ("element", element.asJSON), ("id", value(id)), ("type", value(type)), ("n", value(n)),
      ("title", value(header.title)), ("authors", list(header.authors)),
      ("date", value(header.date)), ("genres", list(header.genres)),
      ("identifiers", list(header.identifiers)), ("languages", list(header.languages)),
      ("text", String(decoding: text, as: UTF8.self).asJSON),
    ]
    return "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }
}

extension TextRun {
  /// The run as one line of JSON Lines: offsets in bytes of UTF-8, in the text and in the XML.
  package var json: String {
    "{\"start\":\(start),\"end\":\(start + count),\"element\":\(element.asJSON),"
      + "\"id\":\(id?.asJSON ?? "null"),\"line\":\(position.line),\"column\":\(position.column),"
      + "\"xmlStart\":\(sourceStart),\"xmlEnd\":\(sourceStart + sourceCount)}"
  }
}
