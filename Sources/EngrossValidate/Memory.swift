/// Results by what they were made from; it forgets all when there are many.
struct Memory<Key: Hashable, Value> {
  private let most: Int
  private var values: [Key: Value] = [:]

  /// - Parameter most: how many are remembered at most.
  init(most: Int) { self.most = most }

  subscript(key: Key) -> Value? {
    get { values[key] }
    set {
      if values.count >= most { values.removeAll(keepingCapacity: true) }
      values[key] = newValue
    }
  }
}
