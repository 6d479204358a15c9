import Engross
import EngrossModel
import FoundationEssentials

/// What is known to be wrong with a collection, so that only what is new is told.
///
/// A finding is known again by its file, its id and the words that it stands on, in JSON Lines that
/// a person can read; lines may move, and what is known twice may come twice.
struct Baseline {
  private struct Key: Hashable {
    let file: String
    let id: String
    let words: String
  }
  private struct Line: Decodable {
    let file: String
    let id: String
    let words: String
    let count: Int
  }

  private var known: [Key: Int]?
  private var found: [(key: Key, count: Int)] = []
  private var places: [Key: Int] = [:]
  private let output: OutputFile?
  /// How many findings were left out.
  private(set) var knownCount = 0

  /// Reads the file of `--baseline`, where there is one.
  init(_ arguments: Arguments) throws(Failure) {
    output = arguments[Validate.writeBaseline].map { OutputFile(path: $0) }
    if let output, output.path.bytes.isEmpty || output.path == "-" {
      throw .usage("--write-baseline needs the name of a file")
    }
    guard let word = arguments[Validate.baseline] else { return }
    let file = InputFile(word)
    if file.path == nil { throw .usage("--baseline takes a file, not standard input") }
    var known: [Key: Int] = [:]
    let lines = try file.bytes().split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let line = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
        throw .usage(
          "\(file.name):\(index + 1): this is no line of a baseline; --write-baseline makes one")
      }
      known[Key(file: line.file, id: line.id, words: line.words), default: 0] += line.count
    }
    self.known = known
  }

  /// The file's findings without those that are known.
  mutating func new(in report: FileReport) -> FileReport {
    if known == nil, output == nil { return report }
    let new = report.diagnostics.filter { diagnostic in
      let key = Key(
        file: diagnostic.file ?? report.name, id: diagnostic.id, words: report.text(of: diagnostic))
      if let place = places[key] {
        found[place].count += 1
      } else {
        places[key] = found.count
        found.append((key, 1))
      }
      guard let left = known?[key], left > 0 else { return true }
      known?[key] = left - 1
      return false
    }
    knownCount += report.diagnostics.count - new.count
    return new.count == report.diagnostics.count ? report : report.with(new)
  }

  /// Writes the file of `--write-baseline`, where one is wanted.
  func write() throws(Failure) {
    guard let output else { return }
    let lines = found.map { key, count in
      "{\"file\":\(key.file.asJSON),\"id\":\(key.id.asJSON),\"words\":\(key.words.asJSON),"
        + "\"count\":\(count)}\n"
    }
    try output.write(Array(lines.joined().utf8))
  }
}
