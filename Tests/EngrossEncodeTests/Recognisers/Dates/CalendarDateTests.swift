import Testing

@testable import EngrossEncode

struct CalendarDateTests {
  @Test("Days are counted over the ends of months, years and centuries, in both directions")
  func counts() {
    let start = CalendarDate(year: 1899, month: 12, day: 30)
    #expect(start.adding(days: 60)?.w3c == "1900-02-28")
    #expect(start.adding(days: 61)?.w3c == "1900-03-01")
    #expect(start.adding(days: -365)?.w3c == "1898-12-30")
    for days in [-800, -61, -1, 0, 1, 59, 366, 1500] {
      #expect(start.adding(days: days)?.adding(days: -days) == start)
    }
  }

  @Test("July 4, 1776 was a Thursday, and November 25, 2026 is a Wednesday")
  func weekday() {
    #expect(CalendarDate(year: 1776, month: 7, day: 4).weekday == 4)
    #expect(CalendarDate(year: 2026, month: 11, day: 25).weekday == 3)
  }

  @Test("England's last Julian day was followed by September 14, 1752")
  func julian() {
    #expect(CalendarDate(year: 1752, month: 9, day: 3).fromJulian?.w3c == "1752-09-14")
    #expect(CalendarDate(year: 1700, month: 2, day: 28).fromJulian?.w3c == "1700-03-10")
  }

  @Test("What the calendar doesn't have has no value")
  func exists() {
    #expect(CalendarDate(year: 1997, month: 2, day: 30).w3c == nil)
    #expect(CalendarDate(year: 1997, month: 13).w3c == nil)
    #expect(CalendarDate(year: nil, month: 2, day: 29).w3c == "--02-29")
    #expect(CalendarDate(year: 812).w3c == "0812")
  }
}
