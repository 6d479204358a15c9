import Engross
import Foundation
import Testing

/// What Engross writes is TEI P5, not only Engross's customisation: jing and `tei_all` say so.
@Suite(.enabled(if: Shared.isThere && Shared.hasJing, "needs ../shared and jing"))
struct TEIAllTests {
  @Test("The corpora and generated texts are valid against tei_all")
  func valid() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "engross-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let encoder = DocumentEncoder(metadata: Self.metadata, date: "2026-11-24")
    var generated = GeneratedTexts(seed: 7)
    var texts = (0..<2_000).map { _ in generated.text() }
    texts += try Shared.files("corpora", ending: ".txt").map {
      [UInt8](try Foundation.Data(contentsOf: $0))
    }
    var paths: [String] = []
    for (number, text) in texts.enumerated() {
      guard let document = try? encoder.encode(text) else { continue }
      let file = folder.appending(path: "\(number).xml")
      try Foundation.Data(document.bytes).write(to: file)
      paths.append(file.path)
    }
    #expect(paths.count > 2_200)
    let schema = Shared.folder.appending(path: "schemas/tei_all.rng").path
    let result = try run("jing", [schema] + paths)
    #expect(result.code == 0, "\(result.output.prefix(2000))")
  }

  private static var metadata: Metadata {
    var metadata = Metadata()
    metadata.title = "A title & more"
    metadata.authors = ["Somebody"]
    metadata.publisher = "An archive"
    metadata.publicationPlace = "A town"
    metadata.publicationDate = "2026-11"
    metadata.licence = .init(
      text: "CC0", target: "https://creativecommons.org/publicdomain/zero/1.0/")
    metadata.identifiers = [.init(type: "shelfmark", value: "A 1")]
    metadata.source = "A printed page"
    metadata.language = "en-GB"
    metadata.responsible = [.init(name: "An editor", role: "Proofreading")]
    return metadata
  }
}
