import Glibc

/// How far the work on many files is: on the last line of a terminal, elsewhere a line a minute.
struct Progress {
  private enum Place { case terminal, log, nowhere }

  private let total: Int
  private let place: Place
  private let start: Int
  private var next: Int

  /// Prepares it; it appears only after a second of work, or a minute.
  init(total: Int, quiet: Bool, in environment: Environment) {
    self.total = total
    place = quiet || total < 2 ? .nowhere : environment.showsProgress ? .terminal : .log
    start = Self.milliseconds()
    next = start + (place == .log ? 60_000 : 1000)
  }

  /// Tells how many files are done, ten times a second or once a minute.
  mutating func show(_ done: Int, failed: Int) {
    guard place != .nowhere else { return }
    let now = Self.milliseconds()
    guard now >= next else { return }
    next = now + (place == .log ? 60_000 : 100)
    let line = Self.line(done, of: total, failed: failed, milliseconds: now - start)
    StandardStream.error.put(place == .log ? line + "\n" : "\r\u{1B}[K\(line)")
  }

  /// Takes the counter away, before a message or at the end.
  func clear() {
    if place == .terminal { StandardStream.error.put("\r\u{1B}[K") }
  }

  /// "1200 of 20000 files, 310 a second, 1 min left, 2 failed".
  static func line(_ done: Int, of total: Int, failed: Int, milliseconds: Int) -> String {
    let rate = Double(done) * 1000 / Double(max(milliseconds, 1))
    let shownRate = rate < 10 ? "\(Double(Int(rate * 10)) / 10)" : "\(Int(rate))"
    var parts = ["\(done) of \(total) files", "\(shownRate) a second"]
    if done > 0, done < total {
      let seconds = Int(Double(total - done) / rate) + 1
      let left =
        seconds < 90
        ? "\(seconds) s" : seconds < 5400 ? "\((seconds + 30) / 60) min" : "\(seconds / 3600) h"
      parts.append("\(left) left")
    }
    if failed > 0 { parts.append("\(failed) failed") }
    return parts.joined(separator: ", ")
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
