/// The time of the day that follows a date: "August 19, 2002, 1425Z", "May 6, 1997, 4:53 P.M. EDT",
/// "Sept. 5, 1862—6.30 p. m.".
///
/// A number after a date is a time only with what tells so: a colon, "p.m.", "hours", a zone;
/// one from which a meeting goes on to another is none.
/// W3C XML Schema Part 2, section 3.2.7.
enum ClockTime {
  static let examples: [Example] = [
    "Oslo, August 19, 2002, 1425Z.\n\nA notice to all\n\nThis is a text that says so."
      ~> "<date when=\"2002-08-19T14:25:00Z\"",
    "It was said on May 6, 1997, at 4:53 P.M. EDT by them all, as it is."
      ~> "<date when=\"1997-05-06T16:53:00-04:00\" resp=\"#engross\" cert=\"high\">May 6, 1997, at 4:53 P.M. EDT</date>",
    "It was said on May 6, 1997, at 4 in the town, as it is." ~> ">May 6, 1997</date>",
    "It was said on May 6, 1997, 4:30 p.m.-6:30 p.m. by them all, as it is."
      ~> ">May 6, 1997</date>",
    "It was said on May 6, 1997, 1425 of them, as it is." !~> "T14:25",
  ]

  /// A date with the time that follows it.
  static func extending(_ date: DateExpression, _ text: DateText) -> DateExpression {
    guard date.fullDay != nil, !date.isOldStyle, let when = date.value.when else { return date }
    var index = date.last + 1
    if text.isMark(index, ",") || text.isMark(index, ";") || text.isDash(index) { index += 1 }
    if text.key(index) == Token.key("at") { index += 1 }
    guard index < text.count, index - date.last <= 3,
      let (minutes, last, zone) = time(text, index),
      !(text.isDash(last + 1) && text.number(last + 2) != nil)
    else { return date }
    var longer = date
    longer.last = last
    longer.value = .when(
      "\(when)T\(padded(minutes / 60)):\(padded(minutes % 60)):00\(zone ?? "")")
    longer.because += ", with the time"
    return longer
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The minutes since midnight, the last token, and the zone.
  private static func time(_ text: DateText, _ index: Int) -> (Int, Int, String?)? {
    if let (value, ending) = text.numberWithEnding(index) {
      // "1425Z"
      guard ending.elementsEqual("Z".utf8), text.text.tokens[index].count == 5,
        let minutes = military(value)
      else { return halfDay(text, index) }
      return (minutes, index, "Z")
    }
    guard let (hour, digits) = text.number(index) else { return nil }
    if digits == 4 {
      guard let minutes = military(hour) else { return nil }
      if let zone = zone(text, index + 1) { return (minutes, zone.last, zone.zone) }
      let isHours =
        text.key(index + 1) == Token.key("hours") || text.key(index + 1) == Token.key("hrs")
      return isHours ? (minutes, index + 1, nil) : nil
    }
    guard digits <= 2, hour < 24 else { return nil }
    let isColon = text.isMark(index + 1, ":")
    guard isColon || text.isMark(index + 1, "."), text.isAttached(index + 1),
      let (minute, width) = text.number(index + 2), width == 2, minute < 60
    else { return halfDay(text, index) }
    if let (isAfternoon, last) = meridian(text, index + 3), let hour = hours(hour, isAfternoon) {
      let zone = zone(text, last + 1)
      return (hour * 60 + minute, zone?.last ?? last, zone?.zone)
    }
    guard isColon else { return nil }
    let zone = zone(text, index + 3)
    return (hour * 60 + minute, zone?.last ?? index + 2, zone?.zone)
  }

  /// "4 P.M.", "4pm"
  private static func halfDay(_ text: DateText, _ index: Int) -> (Int, Int, String?)? {
    if let (value, ending) = text.numberWithEnding(index) {
      let isAfternoon = ending.first.map(Token.lowercased) == UInt8(ascii: "p")
      guard ending.count == 2, ending.last.map(Token.lowercased) == UInt8(ascii: "m"),
        isAfternoon || ending.first.map(Token.lowercased) == UInt8(ascii: "a"),
        let hour = hours(value, isAfternoon)
      else { return nil }
      let zone = zone(text, index + 1)
      return (hour * 60, zone?.last ?? index, zone?.zone)
    }
    guard let (value, digits) = text.number(index), digits <= 2,
      let (isAfternoon, last) = meridian(text, index + 1), let hour = hours(value, isAfternoon)
    else { return nil }
    let zone = zone(text, last + 1)
    return (hour * 60, zone?.last ?? last, zone?.zone)
  }

  /// The hour of the day that an hour of its half is.
  private static func hours(_ hour: Int, _ isAfternoon: Bool) -> Int? {
    (1...12).contains(hour) ? hour % 12 + (isAfternoon ? 12 : 0) : nil
  }

  /// The minutes that four digits are: "1425".
  private static func military(_ value: Int) -> Int? {
    value / 100 < 24 && value % 100 < 60 ? value / 100 * 60 + value % 100 : nil
  }

  /// "P.M.", "p. m.", "pm"
  private static func meridian(
    _ text: DateText, _ index: Int
  ) -> (isAfternoon: Bool, last: Int)? {
    let key = text.key(index)
    if key == Token.key("pm") || key == Token.key("am") {
      return (key == Token.key("pm"), text.isMark(index + 1, ".") ? index + 1 : index)
    }
    guard key == Token.key("p") || key == Token.key("a"), text.isMark(index + 1, "."),
      text.key(index + 2) == Token.key("m")
    else { return nil }
    return (key == Token.key("p"), text.isMark(index + 3, ".") ? index + 3 : index + 2)
  }

  private static func zone(_ text: DateText, _ index: Int) -> (zone: String, last: Int)? {
    let start = text.isMark(index, "(") ? index + 1 : index
    guard start < text.count, text.isCapital(start), let zone = text.facts.zones[text.key(start)]
    else { return nil }
    return (zone, start > index && text.isMark(start + 1, ")") ? start + 1 : start)
  }
}
