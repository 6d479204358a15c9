/// Which way a language is written.
enum TextDirection: String {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// The direction of a language, by its script where the tag names one (BCP 47).
  init(language tag: String) {
    let parts = tag.lowercased().split(separator: "-").map(String.init)
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      self = Self.scripts.contains(script) ? .rightToLeft : .leftToRight
    } else {
      self = Self.languages.contains(parts.first ?? "") ? .rightToLeft : .leftToRight
    }
  }

  private static let scripts: Set<String> = [
    "arab", "hebr", "syrc", "thaa", "nkoo", "samr", "mand", "adlm", "rohg", "aran", "phnx", "avst",
  ]
  /// Languages that are written from right to left unless the tag says otherwise.
  private static let languages: Set<String> = [
    "ar", "he", "iw", "fa", "ur", "yi", "ji", "ps", "sd", "ug", "dv", "ckb", "syr", "arc", "arz",
    "nqo", "lrc", "mzn", "pnb", "azb", "ks", "sam",
  ]

  /// Whether a string has the form of a language tag, so that it can be a page's.
  static func isTag(_ tag: String) -> Bool {
    !tag.isEmpty && tag.utf8.count < 36
      && tag.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
          }
      }
  }
}
