import Engross
import Foundation
import Testing

struct SamplesTests {
  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted() ?? []

  private static var folder: URL { Shared.project.appending(path: "Samples") }

  @Test("There is a sample of each genre")
  func count() { #expect(Self.names.count == 10) }

  @Test(
    "Each sample's TEI is what its text gives, valid, and gives the text back", arguments: names)
  func remade(name: String) throws {
    let text = [UInt8](try Foundation.Data(contentsOf: Self.folder.appending(path: name + ".txt")))
    let golden = try String(
      contentsOf: Self.folder.appending(path: name + ".xml"), encoding: .utf8)
    let encoded = try DocumentEncoder().encode(text)
    #expect(
      String(decoding: encoded.bytes, as: UTF8.self) == golden, "`make samples` remakes them")
    #expect(DocumentValidator().validate(encoded.bytes).isEmpty)
    #expect(try TextReader().text(of: encoded.bytes) == text)
  }
}
