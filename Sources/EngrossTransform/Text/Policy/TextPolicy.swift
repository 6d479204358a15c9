/// Every decision on the way from TEI to text.
public struct TextPolicy: Sendable, Hashable {
  private var treatments: [PolicyPoint: Treatment]
  /// What happens to notes of one `@type` or `@place`.
  public private(set) var notes: [String: Treatment] = [:]
  /// The longest line, in characters; nil for a paragraph a line.
  public var width: Int?

  /// The policy of a preset.
  public init(_ preset: Preset = .reading) {
    let pairs = PolicyPoint.allCases.map { ($0, preset.treatment(of: $0)) }
    treatments = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// What is done at a point.
  public subscript(point: PolicyPoint) -> Treatment { treatments[point]! }

  /// Sets what is done at a point: one word, or for notes also `TYPE=WORD`, with commas between.
  ///
  /// - Returns: false for a word that the point doesn't know; then nothing is changed.
  public mutating func set(_ point: PolicyPoint, to words: String) -> Bool {
    var changed = self
    for word in words.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let treatment = parts.last.flatMap({ Treatment(rawValue: String($0)) }),
        point.treatments.contains(treatment), parts.count == 1 || point == .note
      else { return false }
      if parts.count == 2 {
        if parts[0].isEmpty { return false }
        changed.notes[String(parts[0])] = treatment
      } else {
        changed.treatments[point] = treatment
      }
    }
    self = changed
    return true
  }

  /// What `set` would be told to come to what is done at a point.
  public func words(_ point: PolicyPoint) -> String {
    let own = self[point].rawValue
    if point != .note { return own }
    return ([own] + notes.keys.sorted().map { "\($0)=\(notes[$0]!.rawValue)" })
      .joined(separator: ",")
  }
}
