import EngrossModel

/// What editors and recorders of documents write beside the text.
struct EditorialFacts: Sendable {
  /// Phrases, by the keys of their words, and the kind that each tells.
  struct Phrases: Sendable {
    private let byFirst: WordTable<[(kind: String, rest: [UInt64])]>

    /// Reads a file whose rows have a kind, then phrases.
    init(named name: String) {
      var phrases: [UInt64: [(kind: String, rest: [UInt64])]] = [:]
      for row in FactTable(named: name).rows {
        for phrase in row.dropFirst() {
          let keys = phrase.split(separator: " ").map { Token.key($0) }
          phrases[keys[0], default: []].append((row[0], Array(keys.dropFirst())))
        }
      }
      // The longer of two that start together tells more.
      byFirst = WordTable(
        phrases.mapValues { phrases in
          phrases.enumerated().sorted {
            (-$0.element.rest.count, $0.offset) < (-$1.element.rest.count, $1.offset)
          }.map(\.element)
        })
    }

    /// The kind that the longest phrase at a token tells, and the phrase's last token.
    func kind(_ text: TokenisedText, at index: Int) -> (kind: String, last: Int)? {
      for phrase in byFirst[text.tokens[index].key] ?? [] {
        let last = index + phrase.rest.count
        guard last < text.tokens.count else { continue }
        if phrase.rest.indices.allSatisfy({ text.tokens[index + 1 + $0].key == phrase.rest[$0] }) {
          return (phrase.kind, last)
        }
      }
      return nil
    }
  }

  let noteKinds = Phrases(named: "note-kinds")
  let insertions = Phrases(named: "insertions")
  /// The kinds of what transcripts tell, by the first word.
  let stage: WordTable<String>
  /// Nouns that head a part of a document.
  let headings: WordSet
  /// What ends a document, as the keys of its words.
  let endings: [[UInt64]]

  init() {
    stage = WordTable(
      FactTable(named: "stage").rows.reduce(into: [:]) { $0[Token.key($1[0])] = $1[1] })
    headings = WordSet(FactTable(named: "headings").rows.map { $0[0] })
    endings = FactTable(named: "endings").rows.map {
      $0[0].split(separator: " ").map { Token.key($0) }
    }
  }
}
