/// The numbers or bullets of one list, from its `@rend` or `@type` (TEI Guidelines, CO, Lists).
struct ListLabels {
  private enum Style { case none, bullet, decimal, alpha, upperAlpha, roman, upperRoman }

  private let style: Style
  private var count = 0

  init(rend: String, type: String, style css: String) {
    if rend.isEmpty, type.isEmpty, css.isEmpty {
      style = .none
      return
    }
    let words = (rend + " " + type + " " + css).utf8
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    func has(_ parts: StaticString...) -> Bool { parts.contains { words.contains($0) } }
    let isUpper = has("upper", "capital") || rend.contains("I.") || rend.contains("A.")
    if has("roman") || rend == "i" || rend == "I" || rend.hasPrefix("i.") || rend.hasPrefix("I.") {
      style = isUpper || rend == "I" ? .upperRoman : .roman
    } else if has("alpha", "letter") || rend == "a" || rend == "A" || rend.hasPrefix("a.") {
      style = isUpper || rend == "A" ? .upperAlpha : .alpha
    } else if has("number", "ordered", "decimal", "arabic") && !has("unordered", "unnumbered")
      || rend.hasPrefix("1")
    {
      style = .decimal
    } else if has("bullet", "unordered", "disc", "square", "circle") {
      style = .bullet
    } else {
      style = .none
    }
  }

  /// The label of the next item, with the space after it; `number` is the item's `@n`.
  mutating func next(number: String?) -> String {
    count += 1
    if let number, !number.isEmpty, let value = Int(number), style != .none, style != .bullet {
      count = value
    }
    switch style {
    case .none: return ""
    case .bullet: return "• "
    case .decimal: return "\(count). "
    case .alpha: return Self.alphabetic(count) + ". "
    case .upperAlpha: return Self.alphabetic(count).uppercased() + ". "
    case .roman: return Self.roman(count) + ". "
    case .upperRoman: return Self.roman(count).uppercased() + ". "
    }
  }

  private static func alphabetic(_ number: Int) -> String {
    var rest = max(number, 1)
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(Unicode.Scalar(UInt8(97 + rest % 26))) + letters
      rest /= 26
    }
    return letters
  }

  private static func roman(_ number: Int) -> String {
    // Larger numbers would only be long.
    guard (1...3999).contains(number) else { return String(number) }
    let parts = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    var numeral = ""
    for (value, letters) in parts {
      while rest >= value {
        numeral += letters
        rest -= value
      }
    }
    return numeral
  }
}

extension [UInt8] {
  /// Whether some bytes stand in it.
  fileprivate func contains(_ part: StaticString) -> Bool {
    // Safe: the pointer is to a constant of the binary.
    let part = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
    return indices.contains { self[$0] == part[0] && self[$0...].starts(with: part) }
  }
}
