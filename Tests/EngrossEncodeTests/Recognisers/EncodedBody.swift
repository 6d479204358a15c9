import EngrossModel
import EngrossXML

@testable import EngrossEncode

/// The encoded text of a document, without what says who answers for it: "<head>On lamps</head>…".
func encodedBody(of text: String) throws -> String {
  let document = try TextEncoding().document(
    for: Array(text.utf8), encoding: nil, metadata: Metadata(), date: nil)
  let xml = String(decoding: XMLWriter().xml(document), as: UTF8.self)
  var body = String(xml[(xml.range(of: "<text>")?.lowerBound ?? xml.startIndex)...])
  for certainty in ["high", "medium", "low"] {
    body = body.split(separator: " resp=\"#engross\" cert=\"\(certainty)\"").joined()
  }
  return body
}
