import EngrossEncode
import Synchronization

/// What words mean as a date; the words of dates are read when they're first needed, as most
/// documents have no date in question.
final class DatesOnDemand: Sendable {
  private let made = Mutex<DateReading?>(nil)

  /// The date in the form that `@when` takes; nil where the words are no date with a year.
  func meaning(of words: String) -> String? {
    let reading = made.withLock { made in
      let reading = made ?? DateReading()
      made = reading
      return reading
    }
    return reading.value(of: words)
  }
}
