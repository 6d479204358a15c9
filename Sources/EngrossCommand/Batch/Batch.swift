/// Works on several files at once, and hands over what became of them in the order of the call.
struct Batch<Item: Sendable, Result: Sendable> {
  /// What to work on.
  let items: [Item]
  /// How many at once.
  let jobs: Int

  /// Results that wait for their turn never exceed this many for each job, so that memory is bounded.
  private static var window: Int { 4 }

  /// Works on all; `deliver` is called in the order of the items and may end the batch by throwing.
  func run(
    _ work: @escaping @Sendable (Item) -> Result,
    deliver: (Result) throws(Failure) -> Void
  ) async throws(Failure) {
    if jobs == 1 || items.count < 2 {
      for item in items { try deliver(work(item)) }
      return
    }
    var failure: Failure?
    await withTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var started = 0
      var running = 0
      var delivered = 0
      while delivered < items.count, failure == nil {
        while running < jobs, started < items.count, started - delivered < jobs * Self.window {
          let index = started
          let item = items[index]
          group.addTask { (index, work(item)) }
          started += 1
          running += 1
        }
        guard let (index, outcome) = await group.next() else { break }
        running -= 1
        waiting[index] = outcome
        while failure == nil, let next = waiting.removeValue(forKey: delivered) {
          delivered += 1
          do throws(Failure) { try deliver(next) } catch { failure = error }
        }
      }
    }
    if let failure { throw failure }
  }
}
