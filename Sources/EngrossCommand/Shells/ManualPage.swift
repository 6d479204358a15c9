import EngrossModel

/// The manual page in the language of man(7), made from what the commands declare.
struct ManualPage {
  /// The page.
  let text: String

  init(of commands: [any Command.Type]) {
    var lines = [
      ".TH ENGROSS 1 \(Version.date) \"Engross \(Version.current)\" \"User Commands\"",
      ".SH NAME",
      "engross \\- plain text to TEI P5 XML, checked, and back again",
      ".SH SYNOPSIS",
    ]
    for (index, command) in commands.enumerated() {
      if index > 0 { lines.append(".br") }
      lines.append(".B engross \(Self.escaped(command.name))")
      if !command.operands.isEmpty { lines.append(Self.escaped("[OPTION…] \(command.operands)")) }
    }
    lines.append(".SH COMMANDS")
    for command in commands {
      lines.append(".SS \(Self.escaped("engross \(command.name)"))")
      lines += Self.filled("This \(command.summary).")
      for paragraph in command.explanation { lines += [".PP"] + Self.filled(paragraph) }
      for option in command.options { lines += Self.entry(option.usage, option.text + ".") }
    }
    lines.append(".SH OPTIONS")
    lines += Self.filled("Before the command:")
    for option in Program.options { lines += Self.entry(option.usage, option.text + ".") }
    lines.append(".SH EXIT STATUS")
    for code in ExitCode.allCases { lines += Self.entry("\(code.rawValue)", code.summary + ".") }
    lines += [".PP"] + Self.filled("With several files the highest counts.")
    lines += [".SH EXAMPLES", ".EX"]
    lines += commands.flatMap { $0.examples.map(Self.escaped) }
    lines.append(".EE")
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func entry(_ term: String, _ text: String) -> [String] {
    [".TP", ".B \(escaped(term))"] + filled(text)
  }

  private static func filled(_ text: String) -> [String] {
    // A new sentence starts a new line, so that the formatter knows its end.
    text.ranges(of: ". ").reversed().reduce(into: [text]) { parts, range in
      let first = parts[0]
      parts[0] = String(first[..<range.lowerBound]) + "."
      parts.insert(String(first[range.upperBound...]), at: 1)
    }.flatMap { Help.wrapped($0, width: 72) }.map(escaped)
  }

  /// Text in which nothing is a request, a font or a hyphen that might be broken.
  private static func escaped(_ line: String) -> String {
    var escaped = line.first == "." || line.first == "'" ? "\\&" : ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default: escaped += "\\[u" + String(scalar.value, radix: 16, uppercase: true).padded + "]"
      }
    }
    return escaped
  }
}

extension String {
  /// At least four digits.
  fileprivate var padded: String { String(repeating: "0", count: max(0, 4 - count)) + self }
}
