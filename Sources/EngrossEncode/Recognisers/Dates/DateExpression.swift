/// Words of a text that are a date, and what they mean.
struct DateExpression {
  let first: Int
  var last: Int
  /// The day, month or year that is named; the last of a range; nil for other times.
  var named: CalendarDate?
  var value: DateValue
  var certainty: Annotation.Certainty
  var because: String
  /// Whether it has been reckoned from the Julian calendar.
  var isOldStyle = false

  /// Tokens that name a day, a month or a year.
  init(
    _ first: Int, _ last: Int, _ named: CalendarDate, _ certainty: Annotation.Certainty,
    because: String
  ) {
    self.first = first
    self.last = last
    self.named = named
    value = named.w3c.map(DateValue.when) ?? .unknown
    self.certainty = named.exists ? certainty : .high
    self.because = named.exists ? because : "a day that the month doesn't have"
  }

  /// Tokens that mean some other time.
  init(
    _ first: Int, _ last: Int, _ value: DateValue, _ certainty: Annotation.Certainty,
    because: String
  ) {
    self.first = first
    self.last = last
    self.value = value
    self.certainty = certainty
    self.because = because
  }

  /// The full day that is named; nil when it's less or more, or doesn't exist.
  var fullDay: CalendarDate? {
    guard let named, named.year != nil, named.day != nil, named.exists else { return nil }
    return named
  }

  /// The same with another day, which the same words mean.
  func meaning(
    _ named: CalendarDate, to last: Int, _ certainty: Annotation.Certainty, because: String
  ) -> DateExpression {
    DateExpression(first, last, named, certainty, because: because)
  }
}
