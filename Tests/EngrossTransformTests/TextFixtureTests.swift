import Engross
import EngrossTransform
import Testing

@Suite struct TextFixtureTests {
  @Test("Text is what a person expects", arguments: TextFixture.all)
  func text(_ fixture: TextFixture) throws {
    var policy = TextPolicy()
    for pair in stride(from: 0, to: fixture.options.count, by: 2) {
      let name = fixture.options[pair].dropFirst(2)
      let value = fixture.options[pair + 1]
      if name == "preset" {
        policy = TextPolicy(try #require(Preset(rawValue: value)))
      } else if name == "width" {
        policy.width = Int(value)
      } else {
        let point = try #require(PolicyPoint(rawValue: String(name)))
        let isSet = policy.set(point, to: value)
        #expect(isSet)
      }
    }
    let text = try TextReader(policy: policy, output: .utf8).text(of: Array(fixture.xml.utf8))
    // Where white space is kept, no line end is added.
    let expected = policy[.whitespace] == .preserve ? String(fixture.text.dropLast()) : fixture.text
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }

  @Test func thereAreCasesForEachPoint() {
    #expect(TextFixture.all.count >= 60)
    // `whitespace` is set by presets.
    let options = Set(TextFixture.all.flatMap(\.options).map { $0.dropFirst(2) })
    let reading = TextPolicy(.reading)
    for point in PolicyPoint.allCases where point != .whitespace {
      let isReadingOnly = Preset.allCases.allSatisfy { TextPolicy($0)[point] == reading[point] }
      #expect(options.contains(point.rawValue[...]) || !isReadingOnly, "\(point.rawValue)")
    }
  }
}
