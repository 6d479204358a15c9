import Engross
import Testing

struct MetadataFileTests {
  @Test("Every key is read")
  func all() throws {
    let metadata = try Metadata(
      json: Array(
        """
        {"title": "T", "authors": ["A", "B"], "publisher": "P", "publicationPlace": "L",
         "publicationDate": "2026-11", "licence": {"text": "CC0", "target": "https://x.org/"},
         "identifiers": {"doi": "10.1/1", "ark": "2"}, "source": "S", "language": "pt-BR",
         "responsible": [{"name": "N", "role": "R"}]}
        """.utf8))
    #expect(metadata.title == "T")
    #expect(metadata.authors == ["A", "B"])
    #expect(metadata.identifiers.map(\.type) == ["ark", "doi"])
    #expect(metadata.licence?.target == "https://x.org/")
    #expect(metadata.responsible == [.init(name: "N", role: "R")])
  }

  @Test(
    "An unknown key or a wrong value is named",
    arguments: [
      ("{\"titel\": \"T\"}", "unknown key \"titel\""),
      ("{\"title\": 1}", "\"title\" takes a string"),
      ("{\"title\": \"  \"}", "\"title\" takes a string"),
      ("{\"authors\": \"A\"}", "\"authors\" takes a list"),
      ("{\"licence\": {\"target\": \"x:y\"}}", "\"licence\" lacks \"text\""),
      ("{\"licence\": {\"text\": \"t\", \"url\": \"x\"}}", "unknown key \"url\" in \"licence\""),
      ("{\"licence\": {\"text\": \"t\", \"target\": \"a b\"}}", "takes a URI"),
      ("{\"publicationDate\": \"May 1997\"}", "isn't a date"),
      ("{\"language\": \"English language\"}", "isn't a language tag"),
      ("{\"identifiers\": {\"a b\": \"1\"}}", "isn't one word"),
      ("{\"responsible\": [{\"name\": \"N\"}]}", "lacks \"name\" or \"role\""),
      ("[]", "isn't a JSON object"), ("{", "isn't a JSON object"), ("", "isn't a JSON object"),
    ])
  func errors(json: String, part: String) {
    #expect { try Metadata(json: Array(json.utf8)) } throws: { error in
      (error as? MetadataError)?.message.contains(part) == true
    }
  }
}
