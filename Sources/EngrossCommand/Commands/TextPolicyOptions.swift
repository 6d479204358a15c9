import Engross

extension Text {
  /// The policy that the options make; nil without any.
  static func textPolicy(_ arguments: Arguments) throws(Failure) -> TextPolicy? {
    let given = [reading, preset, policy].filter { arguments.has($0) }
    if given.count > 1 {
      throw .usage("\(given[0].long) and \(given[1].long) exclude each other")
    }
    var made: TextPolicy?
    if let name = arguments[reading] ?? arguments[preset] {
      made = Preset(rawValue: name.text.lowercased()).map { TextPolicy($0) }
    }
    if let word = arguments[policy] { made = try textPolicy(in: InputFile(word)) }
    for (point, option) in zip(PolicyPoint.allCases, points) {
      guard let words = arguments[option]?.text else { continue }
      var changed = made ?? TextPolicy()
      if !changed.set(point, to: words.lowercased()) {
        throw .usage("\(option.long): \(point.refusal(of: words))")
      }
      made = changed
    }
    if let word = arguments[width] {
      guard let number = Int(word.text), number > 0 else {
        throw .usage("\(width.long) takes a number of characters, not \"\(word.shown)\"")
      }
      made = made ?? TextPolicy()
      made!.width = number
    }
    return made
  }

  private static func textPolicy(in file: InputFile) throws(Failure) -> TextPolicy {
    let bytes = try file.bytes()
    do throws(MetadataError) {
      return try TextPolicy(json: bytes)
    } catch {
      throw Failure(.usage, "\(file.name): \(error.message)")
    }
  }
}
