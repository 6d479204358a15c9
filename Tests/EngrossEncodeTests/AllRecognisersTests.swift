import Foundation
import Testing

@testable import EngrossEncode

struct AllRecognisersTests {
  @Test("Every recogniser of the folder is in the list, and has examples of both kinds or says why")
  func complete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/EngrossEncode/Recognisers")
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    ).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    let declared = try files.compactMap { file -> String? in
      let source = try String(contentsOf: file, encoding: .utf8)
      guard source.contains(": Recogniser {") else { return nil }
      return file.deletingPathExtension().lastPathComponent
    }
    let listed = AllRecognisers.list(Facts()).map { "\(type(of: $0))" }
    #expect(declared.count > 10)
    #expect(Set(declared) == Set(listed))
    for recogniser in AllRecognisers.list(Facts()) {
      #expect(!type(of: recogniser).examples.isEmpty)
    }
  }
}
