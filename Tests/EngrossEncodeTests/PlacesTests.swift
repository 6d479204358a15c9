import EngrossModel
import EngrossXML
import Testing

@testable import EngrossEncode

struct PlacesTests {
  private func standOff(of text: String) throws -> String {
    let document = try TextEncoding().document(
      for: Array(text.utf8), encoding: nil, metadata: Metadata(), date: nil)
    let xml = String(decoding: XMLWriter().xml(document), as: UTF8.self)
    let start = try #require(xml.range(of: "<standOff>")?.lowerBound)
    let end = try #require(xml.range(of: "</standOff>")?.lowerBound)
    return String(xml[start..<end])
  }

  @Test("The region after a comma is where a place lies")
  func lies() throws {
    let places = try standOff(
      of: "Dear Sir:\n\nI am of Amber County, Maryland, as you are.\n\nYours truly,\nANNA BERG\n")
    #expect(places.contains(">Amber County</placeName>"))
    #expect(places.contains(">Maryland</region>"))
  }

  @Test(
    "What a place is called after doesn't hold it",
    arguments: ["City of Washington", "Commonwealth of Virginia", "County of Delaware"])
  func isNamedAfter(name: String) throws {
    let places = try standOff(
      of: "Dear Sir:\n\nI am of the \(name), as you are.\n\nYours truly,\nANNA BERG\n")
    #expect(!places.contains(" of</placeName>"))
    #expect(!places.contains("<region"))
  }
}
