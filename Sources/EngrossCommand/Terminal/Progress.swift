import Glibc

/// A counter on the last line of the terminal, while many files are at work.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private var lastShown: Int = 0

  /// Prepares the counter; it appears only after a second of work.
  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown && total > 1
    if self.isShown { lastShown = Self.milliseconds() + 900 }
  }

  /// Counts the files done, and shows the count ten times a second.
  mutating func show(_ done: Int) {
    guard isShown else { return }
    let now = Self.milliseconds()
    guard now - lastShown >= 100 else { return }
    lastShown = now
    StandardStream.error.put("\r\u{1B}[K\(done) of \(total) files")
  }

  /// Takes the counter away, before a message or at the end.
  func clear() {
    if isShown { StandardStream.error.put("\r\u{1B}[K") }
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
