import Engross
import EngrossModel

/// What all documents of a directory come to.
struct DocumentCollection {
  /// A document, as far as the list of those to look at first tells it.
  struct Entry: Sendable {
    let path: Word
    let page: Word
    let title: String
    let errors: Int
    let warnings: Int
    let unsure: Int
    let corrections: Int

    /// What needs a look first: errors before warnings, warnings before doubts.
    var weight: Int { errors * 100 + warnings * 10 + unsure * 2 + corrections }
  }

  /// What one document adds.
  struct Addition: Sendable {
    let facts: DocumentFacts?
    let entry: Entry
    let findings: [String]
  }

  private static let mostEntries = 30

  private(set) var count = 0
  private(set) var genres: [String: Int] = [:]
  private(set) var years: [Int: Int] = [:]
  private(set) var signatories: [String: Int] = [:]
  private(set) var states: [String: Int] = [:]
  private(set) var certainties: [DocumentFacts.Certainty: Int] = [:]
  private(set) var findings: [String: Int] = [:]
  private(set) var unreadable = 0
  /// The documents to look at first.
  private(set) var first: [Entry] = []

  /// Adds a document.
  mutating func add(_ addition: Addition) {
    count += 1
    for id in addition.findings { findings[id, default: 0] += 1 }
    if let facts = addition.facts {
      genres[facts.genre ?? "none told", default: 0] += 1
      if let year = facts.year { years[year, default: 0] += 1 }
      for name in facts.signatories { signatories[name, default: 0] += 1 }
      for name in facts.states { states[name, default: 0] += 1 }
      certainties.merge(facts.certainties, uniquingKeysWith: +)
    } else {
      unreadable += 1
    }
    guard addition.entry.weight > 0 else { return }
    first.append(addition.entry)
    // Kept short, so that memory doesn't grow with the collection.
    if first.count > 10 * Self.mostEntries { sortEntries() }
  }

  /// Ends the adding.
  mutating func sortEntries() {
    first.sort {
      $0.weight == $1.weight
        ? $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) : $0.weight > $1.weight
    }
    first = Array(first.prefix(Self.mostEntries))
  }
}

extension DocumentCollection.Addition {
  /// Reads and judges a document.
  init(_ file: InputFile, validator: DocumentValidator) {
    let path = file.relativePath ?? ""
    let page = path.replacing(ending: ".xml", by: ".html")
    let hasPage =
      file.path.flatMap { FileIdentity($0.replacing(ending: ".xml", by: ".html")) } != nil
    let outcome = FileOutcome(file, validator: validator)
    let facts = (try? file.content().get()).flatMap { DocumentFacts(of: $0) }
    self.facts = facts
    findings = outcome.report.diagnostics.map(\.id)
    let certainties = facts?.certainties ?? [:]
    entry = DocumentCollection.Entry(
      path: path, page: hasPage ? page : path, title: facts?.title ?? "",
      errors: outcome.report.count(.error), warnings: outcome.report.count(.warning),
      unsure: certainties.reduce(0) { $0 + ($1.key.certainty == "low" ? $1.value : 0) },
      corrections: certainties.reduce(0) { $0 + ($1.key.element == "corr" ? $1.value : 0) })
  }
}
