/// Those who speak in a transcript, each once, by the words that stand before their speeches.
///
/// A speaker whose name the transcript has is a person that it names; "Q" and "THE PRESIDENT" are
/// known by these words alone.
struct Speakers {
  struct Speaker {
    let id: String
    let name: String
  }

  /// The speakers who have no name.
  private(set) var list: [Speaker] = []
  /// Ids by the first byte of the annotation.
  private var ids: [Int: String] = [:]

  init(
    _ annotations: [Annotation], _ phrases: [Annotation], _ reading: Reading, _ persons: Persons
  ) {
    let speakers = annotations.filter { $0.mark == .speaker && !$0.range.isEmpty }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    if speakers.isEmpty { return }
    var names: [Int: Annotation] = [:]
    for phrase in phrases where phrase.mark == .persName { names[phrase.range.upperBound] = phrase }
    var known: [String: String] = [:]
    for annotation in speakers {
      // The name ends where the words do, or before the mark that ends them.
      let end = annotation.range.upperBound
      if let name = names[end - 1] ?? names[end],
        name.range.lowerBound >= annotation.range.lowerBound,
        let id = persons.id(of: name)
      {
        ids[annotation.range.lowerBound] = id
        continue
      }
      let name = Self.name(reading.string(annotation.range))
      if name.isEmpty { continue }
      let key = name.uppercased()
      if known[key] == nil {
        known[key] = "speaker-\(list.count + 1)"
        list.append(Speaker(id: known[key]!, name: name))
      }
      ids[annotation.range.lowerBound] = known[key]
    }
  }

  /// The words without the mark at their end.
  private static func name(_ words: String) -> String {
    var name = words[...]
    while let last = name.unicodeScalars.last, last == ":" || last == "." || last == " " {
      name.unicodeScalars.removeLast()
    }
    return String(name)
  }

  /// The id of the one who speaks, by the annotation of who it is.
  func id(of speaker: Annotation) -> String? { ids[speaker.range.lowerBound] }
}
