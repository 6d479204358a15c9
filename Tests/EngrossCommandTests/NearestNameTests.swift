import Testing

@testable import EngrossCommand

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("encode", "encode", 0), ("encod", "encode", 1), ("ecnode", "encode", 1), ("", "abc", 3),
    ("validate", "text", 7),
  ])
  func `the distance counts what has to be changed`(left: String, right: String, distance: Int) {
    #expect(NearestName.distance(left, right) == distance)
  }

  @Test func `a name that nobody can have meant isn't suggested`() {
    #expect(NearestName(to: "valdiate", in: ["encode", "validate"]).name == "validate")
    #expect(NearestName(to: "print", in: ["encode", "validate", "text"]).name == nil)
  }
}
