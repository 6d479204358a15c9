import Testing

@testable import Engross

struct SelfCheckTests {
  private let text = Array("A notice\n\nThis is a text that says so.\n".utf8)

  @Test("A sound result passes")
  func sound() throws {
    try SelfCheck().verify(DocumentEncoder().encode(text).bytes, against: text)
  }

  @Test(
    "A result that lost text, isn't valid, points nowhere or isn't XML is our defect",
    arguments: [
      ("says so", "says"), ("<head>", "<head x=\"y\">"), ("who=\"#engross\"", "who=\"#nobody\""),
      ("xml:id=\"p-1\"", "xml:id=\"document-1\""), ("</body>", ""),
    ])
  func defects(right: String, wrong: String) throws {
    let xml = String(decoding: try DocumentEncoder().encode(text).bytes, as: UTF8.self)
    let broken = xml.replacing(right, with: wrong)
    #expect(broken != xml)
    #expect {
      try SelfCheck().verify(Array(broken.utf8), against: text)
    } throws: { error in
      if case .selfCheck? = error as? EncodeError { true } else { false }
    }
  }
}
