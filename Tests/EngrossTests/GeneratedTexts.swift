/// Texts over everything that a text file can be, the same ones on every run.
struct GeneratedTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64, so that the texts depend on the seed alone.
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }

  private static let pieces: [[UInt8]] =
    [
      "", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\r\r\n", "\0", "\u{1}", "\u{8}", "\u{B}",
      "\u{C}",
      "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{2028}",
      "\u{1FFFE}",
      "a", "word", "The", "THE", "é", "Ñandú", "שלום", "مرحبا بالعالم", "中文", "𝄞", "e\u{301}",
      "<p>", "</p>", "<![CDATA[", "]]>", "&amp;", "&#0;", "&bomb;", "<?xml version=\"1.0\"?>",
      "<!-- x -->", "<!DOCTYPE x>", "xmlns=\"\"", "\"", "'", "--", "%s", "\\n",
      "May 06, 1997", "6 May 1997", "1997-05-06", "February 30, 1997", "29 February 1900",
      "William J. Clinton", "WILLIAM J. CLINTON, President", "The United State of America",
      "ERNESTO ZEDILLO PONCE DE LEÃ“N", "Federal Republic of Mexico", "Joint Statement on Things",
      "THE WHITE HOUSE,", "Dear Sir:", "Sincerely yours,", "NOTE: An original was not available.",
      "[FR Doc. 97-24591", "Filed 9-12-97; 8:45 am]", "Billing code 3195-01-P",
      "We keep the following rules:", "These rules hold.", "trans formation", "Govern ment",
      "â€œquotedâ€\u{9D}", "Ã", "Ã©Ã©Ã©", "This is a sentence that says what it says, and no more.",
      "It goes on for a while, so that the line gets long, longer than lines that are wrapped are, "
        + "and then it ends.",
    ].map { Array($0.utf8) }
    + [
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
      [0xEF, 0xBF, 0xBE],
    ]

  /// Lines that documents are made of, so that every structure meets every other.
  private static let lines: [String] = [
    "", "", "ARTICLE I. There shall be peace.", "ARTICLE II", "Section 1. Policy. (a) It is so.",
    "Sec. 2. Duties.", "PART III", "Annex A", "(a) the first;", "(b) the second.", "(1) one;",
    "(i) an i;",
    "(ii) another.", "1. First.", "2. Second.", "- a thing", "• a thing", "Q. Is it so?",
    "Q Is it?",
    "PRESIDENT BERG: It is so.", "The Premier. It is.", "(Signed by)", "Anna M. Berg", "OLA LUND.",
    "ANNA BERG, President", "J. P.", "Attest:", "Witness:", "In presence of us", "[SEAL]",
    "/s/ Ola Lund",
    "State of Wessex,", "Amber County, ss.", "I, Anna Berg, say that it is so and no more than so.",
    "[Form of the Oath.]", "Final Remarks", "THE WHITE HOUSE,", "May 6, 1997.", "Oslo, May 6, 1997",
    "Dear Sir:", "My dear Anna", "To the Senate:", "I am, Sir,", "Your obedient servant,",
    "Yours truly,",
    "Miss Anna Berg,", "P. S.--It is so.", "Executive Order 13 of May 15, 1996",
    "On the Keeping of Bridges",
    "NOTE: An original was not available.", "For the Republic of Chile:", "Sworn to before me.",
    "this 7th day of May A. D. 1862, at Washington, D.C. with Mrs. Berg and Robt. L. Teal in 1848",
    "your letter of the 21st ultimo, and the one of May 5-7, 1997, came yesterday",
    "in the year of our Lord one thousand eight hundred and sixty-two", "  indented and short",
    "This is a sentence that says what it says, and no more, and so it fills a line of text.",
    "It goes on for as long as that.", "We keep the following rules:", "By the President:",
    "[[Page 71]]", "[Page 72]", "- 2 -", "- 3 -", "\u{C}", "* * * * *", "_________", "###",
    "END 4:53 P.M. EDT", "We saw the [illegible] of [the] brige [sic] and [...] * * * of it",
    "(Applause.)", "as it was (laughter) and [Applause] it is", "WHEREAS it is so;",
    "NOW, THEREFORE, I, Anna Berg, say so.", "Sec. 2.1. So it is.", "PART I—POLICY OF ALL",
    "AGENDA ITEM I: CHOICE OF A CHAIR", "RATIFICATION.", "Form of the Oath.",
    "NOTE: Anna Berg spoke at 9 a.m. in Oslo. The office also released a map of it.",
    "shall (1) report to it; (2) keep a list of it; and (3) close. So be it.",
    "* By old reckoning.",
    "in 1812* and that year [1] it was so", "[1] By the old reckoning.", "of the", "the bridge of",
    "May l0, 1862, and Febuary 12, 1862", "at BergÃ¢â‚¬â„¢s in LE√ìN",
    "a line that ends in the middle of a word as lines of print do when they are com-",
  ]

  /// A text of such lines, some of them wrapped over a narrow column.
  private mutating func document() -> [UInt8] {
    var text = ""
    for _ in 0..<next(30) {
      text += next(6) == 0 ? "        " : ""
      text += Self.lines[next(Self.lines.count)]
      text += ["\n", "\n", "\n", "\n\n", " ", "\r\n"][next(6)]
    }
    return Array(text.utf8)
  }

  /// One more text, in bytes.
  mutating func text() -> [UInt8] {
    switch next(20) {
    case 3...9: return document()
    case 0: return (0..<next(40)).map { _ in UInt8(next(256)) }
    case 1: return latin()
    case 2: return utf16(isBigEndian: next(2) == 0)
    default:
      var bytes: [UInt8] = next(12) == 0 ? [0xEF, 0xBB, 0xBF] : []
      for _ in 0..<next(24) {
        bytes += Self.pieces[next(Self.pieces.count)]
        if next(2) == 0 { bytes += [[0x0A], [0x20], [0x0D, 0x0A]][next(3)] }
      }
      return bytes
    }
  }

  private mutating func latin() -> [UInt8] {
    let pieces = ["caf\u{E9} ", "\u{93}quoted\u{94} ", "plain ", "\r\n", "\u{80}5 ", "\0"]
    return (0..<next(12)).flatMap { _ in
      pieces[next(pieces.count)].unicodeScalars.map { UInt8($0.value) }
    }
  }

  private mutating func utf16(isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = [0xFEFF]
    for _ in 0..<next(30) {
      units.append([0x41, 0x20, 0x0A, 0x0D, 0, 0xD834, 0xDD1E, 0xFFFE, 0x4E2D][next(9)])
    }
    return units.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? bytes : bytes.reversed()
    }
  }
}
