import EngrossTransform
import Foundation
import Testing

@Suite struct PresetTests {
  @Test("The page on text shows the presets as they are") func page() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/Text.md").standardizedFileURL
    let page = try String(contentsOf: file, encoding: .utf8)
    for point in PolicyPoint.allCases {
      let words = Preset.allCases.map { TextPolicy($0)[point].rawValue }
      #expect(page.contains("| `\(point.rawValue)` | \(words.joined(separator: " | ")) |"))
    }
  }

  @Test("A preset takes only what its point knows", arguments: Preset.allCases)
  func treatments(_ preset: Preset) {
    for point in PolicyPoint.allCases {
      #expect(point.treatments.contains(TextPolicy(preset)[point]))
    }
  }

  @Test("The first treatment of a point is that of reading", arguments: PolicyPoint.allCases)
  func first(_ point: PolicyPoint) {
    #expect(TextPolicy(.reading)[point] == point.treatments[0])
  }
}
