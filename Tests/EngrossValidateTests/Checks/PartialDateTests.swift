import Testing

@testable import EngrossValidate

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("1862", "1861"), ("1862-05", "1861"), ("1862-05", "1862-04"), ("1862-05-02", "1862-05-01"),
    ("0001", "-0001"), ("1862-05-02T10:00:00", "1862-05-01Z"),
  ])
  func `later`(later: String, earlier: String) throws {
    let (later, earlier) = try (#require(PartialDate(later)), #require(PartialDate(earlier)))
    #expect(later.isLater(than: earlier))
    #expect(!earlier.isLater(than: later))
    #expect(earlier.contradicts(later))
  }

  @Test(arguments: [
    ("1862", "1862-05"), ("1862-05", "1862-05-07"), ("1862", "1862"), ("1862Z", "1862-05:00"),
  ])
  func `the same as far as both go`(left: String, right: String) throws {
    let (left, right) = try (#require(PartialDate(left)), #require(PartialDate(right)))
    #expect(!left.contradicts(right))
  }

  @Test(arguments: ["", "12", "May 1862", "--05-06", "12:00:00", "186x", "1862-13", "1862-05-32"])
  func `no date`(text: String) {
    #expect(PartialDate(text) == nil)
  }
}
