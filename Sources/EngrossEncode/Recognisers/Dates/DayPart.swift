/// The day of a month: "6", "6th", "22d", "sixth", "twenty-fifth", or a blank that was left for it.
struct DayPart {
  /// The day; nil for a blank.
  let value: Int?
  let first: Int
  let last: Int
  /// Whether the form tells an ordinal: "6th", "sixth".
  let isOrdinal: Bool
  let isInWords: Bool

  /// The day that starts at a token.
  init?(_ text: DateText, at index: Int) {
    if let (value, digits) = text.number(index) {
      guard digits <= 2, (1...31).contains(value), !Self.isPart(text, index) else { return nil }
      self.init(value, index, index)
    } else if let (value, ending) = text.numberWithEnding(index) {
      guard (1...31).contains(value), Self.isOrdinal(ending) else { return nil }
      self.init(value, index, index, isOrdinal: true)
    } else if let last = Self.blank(text, index) {
      self.init(nil, index, last)
    } else if let (value, last) = text.ordinal(index), (1...31).contains(value) {
      self.init(value, index, last, isOrdinal: true, isInWords: true)
    } else {
      return nil
    }
  }

  private init(
    _ value: Int?, _ first: Int, _ last: Int, isOrdinal: Bool = false, isInWords: Bool = false
  ) {
    self.value = value
    self.first = first
    self.last = last
    self.isOrdinal = isOrdinal
    self.isInWords = isInWords
  }

  /// Whether letters after digits make an ordinal; older hands write one letter.
  static func isOrdinal(_ ending: ArraySlice<UInt8>) -> Bool {
    guard let first = ending.first.map(Token.lowercased), ending.count <= 2 else { return false }
    let second = ending.count == 2 ? Token.lowercased(ending[ending.startIndex + 1]) : nil
    return switch (first, second) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")),
      (UInt8(ascii: "d"), nil), (UInt8(ascii: "h"), nil), (UInt8(ascii: "t"), nil):
      true
    default: false
    }
  }

  /// Whether digits are the end of a number with a comma, "1,200", or of one with a point.
  private static func isPart(_ text: DateText, _ index: Int) -> Bool {
    index > 1 && text.isAttached(index) && text.isAttached(index - 1)
      && (text.isMark(index - 1, ",") || text.isMark(index - 1, ".") || text.isMark(index - 1, "$"))
      && text.number(index - 2) != nil
  }

  /// The last token of a blank: low lines or dashes, or "[blank]".
  static func blank(_ text: DateText, _ index: Int) -> Int? {
    guard text.text.tokens.indices.contains(index), text.text.tokens[index].kind == .mark else {
      return nil
    }
    if text.isMark(index, "["), text.key(index + 1) == Token.key("blank"),
      text.isMark(index + 2, "]")
    {
      return index + 2
    }
    var last = index
    while last - index < 24, text.isMark(last, "_") || text.isDash(last) { last += 1 }
    return last - index >= 2 ? last - 1 : nil
  }
}
