import Engross
import EngrossEncode
import Foundation
import Testing

/// Whatever is applied to a text, its TEI is valid and gives it back.
struct AppliedAnnotationsTests {
  private let encoder = DocumentEncoder()

  @Test(
    "Applying our own annotations changes no byte, in either format, beside ours or in their place",
    arguments: 0..<4)
  func ownAreNoChange(seed: Int) throws {
    var texts = GeneratedTexts(seed: UInt64(700 + seed))
    for _ in 0..<100 { try expectNoChange(texts.text()) }
  }

  @Test("Nor does it in the texts of the corpora", .enabled(if: Shared.isThere, "needs ../shared"))
  func ownAreNoChangeInCorpora() throws {
    for (number, file) in try Shared.files("corpora", ending: ".txt").enumerated()
    where number % 11 == 0 {
      try expectNoChange([UInt8](try Foundation.Data(contentsOf: file)), file.lastPathComponent)
    }
  }

  private func expectNoChange(_ text: [UInt8], _ name: String = "generated") throws {
    guard let plain = try? encoder.encode(text).bytes else { return }
    let inferences = try encoder.inferences(in: text)
    for (lines, format) in [
      (inferences.jsonLines, AppliedAnnotations.Format.jsonLines), (inferences.brat, .brat),
    ] {
      for others in [AppliedAnnotations.Others.kept, .dropped] {
        let applied = try AppliedAnnotations(Array(lines.utf8), format: format, others: others)
        // brat has no annotation of nothing, which the genre of a text can be.
        #expect(try encoder.encode(text, applying: applied).bytes == plain, "\(name) \(format)")
      }
    }
  }

  @Test(
    "Whatever is judged and added, the result is valid and gives the text back", arguments: 0..<8)
  func anything(seed: Int) throws {
    var texts = GeneratedTexts(seed: UInt64(40 + seed))
    var judgements = GeneratedJudgements(seed: UInt64(seed))
    var applied = 0
    for _ in 0..<250 {
      let text = texts.text()
      guard let inferences = try? encoder.inferences(in: text) else { continue }
      let encoding = try SourceEncoding.detect(text)
      let decoded = String(decoding: try encoding.decode(text), as: UTF8.self)
      let lines = judgements.lines(of: inferences, in: decoded.unicodeScalars)
      let others: AppliedAnnotations.Others = lines.utf8.count % 2 == 0 ? .kept : .dropped
      let annotations = try AppliedAnnotations(
        Array(lines.utf8), format: .jsonLines, others: others)
      do {
        // Encoding checks itself: the result is validated and read back.
        let document = try encoder.encode(text, applying: annotations)
        #expect(try TextReader().text(of: document.bytes) == text)
        applied += 1
      } catch EncodeError.unapplicable(_, let message) {
        #expect(!message.isEmpty)
      } catch {
        Issue.record("\(error)\n\(lines)\n\(decoded.debugDescription)")
        return
      }
    }
    #expect(applied > 100)
  }
}
