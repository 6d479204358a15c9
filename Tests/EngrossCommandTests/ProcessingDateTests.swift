import Testing

@testable import EngrossCommand

@Suite struct ProcessingDateTests {
  private func day(_ word: Word?, epoch: String? = nil) throws(Failure) -> String? {
    try ProcessingDate(word, in: Environment(sourceDateEpoch: epoch)).day
  }

  @Test func `without a word no day is stated`() throws {
    #expect(try day(nil) == nil)
  }

  @Test(arguments: [
    ("0", "1970-01-01"), ("86399", "1970-01-01"), ("951782400", "2000-02-29"),
    ("1709164799", "2024-02-28"), ("1709164800", "2024-02-29"), ("1735689599", "2024-12-31"),
    ("4107542400", "2100-03-01"), ("253402300799", "9999-12-31"),
  ])
  func `seconds since 1970 give a day`(epoch: String, expected: String) throws {
    #expect(try day(nil, epoch: epoch) == expected)
    #expect(try day("1997-05-06", epoch: epoch) == "1997-05-06")
  }

  @Test(arguments: ["", "-1", "+1", "1.5", "soon", "253402300800", "99999999999999999999"])
  func `other values of the variable are wrong usage`(epoch: String) {
    #expect(throws: Failure.self) { try day(nil, epoch: epoch) }
  }

  @Test(arguments: ["1996-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func `a day of the calendar is taken`(word: String) throws {
    #expect(try day(Word(word)) == word)
  }

  @Test(arguments: [
    "", "1997-5-6", "1997-02-29", "1900-02-29", "1997-13-01", "1997-00-01", "1997-01-32",
    "0000-01-01", "1997/05/06", "1997-05-06Z", "٢٠٢٤-01-01",
  ])
  func `what is no day of the calendar is wrong usage`(word: String) {
    #expect(throws: Failure.self) { try day(Word(word)) }
  }
}
