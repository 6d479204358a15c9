import Testing

@testable import EngrossModel

struct ISODateTests {
  @Test("Days that exist are dates", arguments: ["2026", "2026-11", "2026-11-24", "2024-02-29"])
  func valid(date: String) { #expect(ISODate.isValid(date)) }

  @Test(
    "Other strings are none",
    arguments: [
      "", "26", "2026-13", "2026-11-31", "2023-02-29", "1900-02-29", "2026-1-1", "x", "0000",
    ])
  func invalid(date: String) { #expect(!ISODate.isValid(date)) }
}
