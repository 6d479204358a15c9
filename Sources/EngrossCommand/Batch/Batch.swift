/// Works on several files at once, and hands over what became of them in the order of the call.
struct Batch<Item: Sendable, Result: Sendable> {
  /// What to work on.
  let items: [Item]
  /// How many at once.
  let jobs: Int

  /// Works on all; `deliver` is called in the order of the items and may end the batch by throwing.
  func run(
    _ work: @escaping @Sendable (Item) -> Result,
    deliver: (Result) throws(Failure) -> Void
  ) async throws(Failure) {
    var rest = items.makeIterator()
    // One file is worked on by the first thread: starting others costs as much as encoding.
    try await OrderedWork<Item, Result>(jobs: items.count < 2 ? 1 : jobs).run(
      next: { () throws(Failure) in rest.next() }, work, deliver: deliver)
  }
}
