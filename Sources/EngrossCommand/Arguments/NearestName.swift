/// The name that someone probably meant.
struct NearestName {
  /// The nearest name; nil when none is near enough to be meant.
  let name: String?

  /// Looks for the name with the fewest letters wrong: at most a third of what was typed.
  init(to typed: String, in names: [String]) {
    let near = names.map { (name: $0, distance: Self.distance(typed, $0)) }
      .filter { $0.distance <= max(1, typed.count / 3) }
    name = near.min { $0.distance < $1.distance }?.name
  }

  /// The end of a message: `; did you mean "--output"?`, or nothing.
  var question: String { name.map { "; did you mean \"\($0)\"?" } ?? "" }

  /// Damerau's distance: letters left out, put in, changed, or swapped with their neighbour.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
