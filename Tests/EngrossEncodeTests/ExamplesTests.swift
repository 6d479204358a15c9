import EngrossModel
import EngrossXML
import Testing

@testable import EngrossEncode

/// The examples that stand beside each recogniser.
struct ExamplesTests {
  static let all: [Named] = AllRecognisers.list(Facts()).flatMap { recogniser in
    type(of: recogniser).examples.map { Named(rule: "\(type(of: recogniser))", example: $0) }
  }

  struct Named: CustomTestStringConvertible, Sendable {
    let rule: String
    let example: Example
    var testDescription: String { "\(rule): \(example.text.prefix(40))" }
  }

  @Test("Each recogniser's examples hold", arguments: all)
  func holds(named: Named) throws {
    let document = try TextEncoding().document(
      for: Array(named.example.text.utf8), encoding: nil, metadata: Metadata(), date: nil)
    let xml = String(decoding: XMLWriter().xml(document), as: UTF8.self)
    let body = xml[(xml.range(of: "<text>")?.lowerBound ?? xml.startIndex)...]
    #expect(
      body.contains(named.example.markup) == named.example.holds,
      "\(named.example.markup)\nin\n\(body)")
  }
}
