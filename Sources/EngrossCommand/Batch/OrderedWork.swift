/// Works on several things at once, and hands over what became of them in the order in which they
/// came.
struct OrderedWork<Item: Sendable, Result: Sendable> {
  /// How many at once.
  let jobs: Int

  /// Results that wait for their turn never exceed this many for each job, so that memory is bounded.
  private static var window: Int { 4 }

  /// Works on all that `next` gives, until it gives nil.
  ///
  /// - Parameters:
  ///   - isDry: whether `next` would have to wait, so that results are better handed over first.
  ///   - deliver: called in order; it may end the work by throwing.
  func run(
    next: () throws(Failure) -> Item?,
    isDry: () -> Bool = { false },
    _ work: @escaping @Sendable (Item) -> Result,
    deliver: (Result) throws(Failure) -> Void
  ) async throws(Failure) {
    if jobs == 1 {
      while let item = try next() { try deliver(work(item)) }
      return
    }
    var failure: Failure?
    await withTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var (started, running, delivered) = (0, 0, 0)
      var isOver = false
      while failure == nil {
        while !isOver, running < jobs, started - delivered < jobs * Self.window {
          if running > 0, isDry() { break }
          do throws(Failure) {
            guard let item = try next() else {
              isOver = true
              break
            }
            let index = started
            group.addTask { (index, work(item)) }
            started += 1
            running += 1
          } catch {
            failure = error
            isOver = true
          }
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
