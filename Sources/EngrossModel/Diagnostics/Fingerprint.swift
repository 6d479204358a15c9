/// A number that knows a finding again when lines have moved: made of its file, its id and the
/// words that it stands on, never of a line's number.
package struct Fingerprint: Sendable, Hashable {
  /// Sixteen hexadecimal digits.
  package let text: String

  /// - Parameter occurrence: how many findings of the file equal it so far.
  package init(file: String, id: String, words: String, occurrence: Int) {
    // FNV-1a, 64 bits: short, stable, and no secret is kept by it.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [file, id, words, String(occurrence)] {
      for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    text = String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension FileReport {
  /// Each finding with its fingerprint, all different.
  package var fingerprints: [(diagnostic: Diagnostic, fingerprint: Fingerprint)] {
    var counts: [String: Int] = [:]
    return diagnostics.map { diagnostic in
      let words = text(of: diagnostic)
      let file = diagnostic.file ?? name
      let occurrence = counts["\(file)\u{0}\(diagnostic.id)\u{0}\(words)", default: 0]
      counts["\(file)\u{0}\(diagnostic.id)\u{0}\(words)"] = occurrence + 1
      return (
        diagnostic,
        Fingerprint(file: file, id: diagnostic.id, words: words, occurrence: occurrence)
      )
    }
  }
}
