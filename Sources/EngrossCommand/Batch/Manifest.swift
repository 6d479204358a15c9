import EngrossModel

/// What stands in an output directory, an entry an output: `.engross/COMMAND.jsonl`.
struct Manifest {
  private var entries: [Word: ManifestEntry] = [:]

  /// Reads the files that exist of some, the later over the earlier; a line that isn't whole is
  /// passed over, as a killed run may leave one.
  init(_ files: [Word]) throws(Failure) {
    for file in files where FileIdentity(file) != nil {
      let bytes = try InputFile(file).bytes()
      for line in bytes.split(separator: 0x0A) {
        if let entry = ManifestEntry(line: Array(line)) { entries[entry.output] = entry }
      }
    }
  }

  /// What is known of an output.
  subscript(output: Word) -> ManifestEntry? { entries[output] }

  /// The lines in the order of the outputs' names, so that the order of work doesn't show.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    let sorted = entries.keys.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    for output in sorted {
      bytes += entries[output]!.line
      bytes.append(0x0A)
    }
    return bytes
  }
}
