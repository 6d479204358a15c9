/// A Markdown file of sessions: what a person types at a shell, and what comes back.
///
/// A block that opens with "``` file NAME" is an input file. In a block that opens with
/// "``` session", a line that starts with `$ ` is a command and one with `> ` goes on with it; then
/// come its standard output as it is, its standard error behind `! `, and its exit code behind
/// `= ` where that isn't 0. Output without a newline at its end is followed by `\`.
struct Session {
  /// A part of the file.
  enum Part: Equatable {
    case prose(String)
    case file(opening: String, name: String, content: String, closing: String)
    case step(Step)
  }

  /// A command and what comes of it.
  struct Step: Equatable {
    var command: String
    var output = ""
    var error = ""
    var code: Int32 = 0
  }

  /// All parts in order, so that the file can be written anew.
  var parts: [Part] = []

  /// Reads a Markdown file.
  init(markdown: String) {
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[
      ...]
    while let line = lines.popFirst() {
      let fence = String(line.prefix { $0 == "`" })
      let label = line.dropFirst(fence.count).drop { $0 == " " }
      if fence.count < 3 || !(label == "session" || label.hasPrefix("file ")) {
        parts.append(.prose(line))
        continue
      }
      let block = lines.prefix { $0 != fence }
      lines = lines.dropFirst(block.count + 1)
      if label == "session" {
        parts.append(.prose(line))
        parts += Self.steps(block)
        parts.append(.prose(fence))
      } else {
        let content = block.map { $0 + "\n" }.joined()
        parts.append(
          .file(opening: line, name: String(label.dropFirst(5)), content: content, closing: fence))
      }
    }
  }

  private static func steps(_ lines: ArraySlice<String>) -> [Part] {
    var steps: [Step] = []
    for line in lines {
      let rest = String(line.dropFirst(2))
      if line.hasPrefix("$ ") {
        steps.append(Step(command: rest))
        continue
      }
      guard var step = steps.popLast() else { continue }
      if line.hasPrefix("> "), step.output.isEmpty {
        step.command += "\n" + rest
      } else if line.hasPrefix("! ") {
        step.error += rest + "\n"
      } else if line.hasPrefix("= ") {
        step.code = Int32(rest) ?? -1
      } else if line == "\\" {
        step.output.removeLast()
      } else {
        step.output += line + "\n"
      }
      steps.append(step)
    }
    return steps.map { .step($0) }
  }

  /// The file again.
  var markdown: String {
    parts.map { part in
      switch part {
      case .prose(let line): line
      case .file(let opening, _, let content, let closing): "\(opening)\n\(content)\(closing)"
      case .step(let step): step.markdown
      }
    }.joined(separator: "\n")
  }
}

extension Session.Step {
  /// The step as it stands in its block.
  var markdown: String {
    var lines = ["$ " + command.split(separator: "\n").joined(separator: "\n> ")]
    if !output.isEmpty {
      lines.append(output.hasSuffix("\n") ? String(output.dropLast()) : output + "\n\\")
    }
    lines += error.split(separator: "\n").map { "! \($0)" }
    if code != 0 { lines.append("= \(code)") }
    return lines.joined(separator: "\n")
  }
}
