import Engross

/// `engross explain`: what a finding's id means.
enum Explain: Command {
  static let name = "explain"
  static let summary = "tells what the id of a finding means"
  static let explanation = [
    "ID is what stands in brackets at the end of a finding, such as check.dangling-pointer; several "
      + "may be given. Without one, all ids are listed, each with a sentence."
  ]
  static let options: [Option] = [.help]
  static let examples = ["engross explain check.dangling-pointer", "engross explain"]
  static let operands = "[ID…]"

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    let texts: [String]
    if arguments.operands.isEmpty {
      let width = Message.all.map(\.id.count).max() ?? 0
      texts = Message.all.map { message in
        let gap = String(repeating: " ", count: width - message.id.count + 2)
        return message.id + gap + message.summary + "\n"
      }
      try StandardStream.output.write(Array(texts.joined().utf8))
      return .success
    }
    var messages: [Message] = []
    for word in arguments.operands { messages.append(try message(word)) }
    texts = messages.map(text)
    try StandardStream.output.write(Array(texts.joined(separator: "\n").utf8))
    return .success
  }

  private static func message(_ word: Word) throws(Failure) -> Message {
    // As it's copied from a finding.
    let id = word.text.filter { $0 != "[" && $0 != "]" }
    if let message = Message.explaining(id) { return message }
    let nearest = NearestName(to: id, in: Message.all.map(\.id))
    let advice = nearest.name == nil ? "; \"engross explain\" lists all" : nearest.question
    throw .usage("unknown id \"\(word.shown)\"\(advice)")
  }

  private static func text(_ message: Message) -> String {
    var text = "\(message.id): \(message.summary)\n\n"
    text += Help.wrapped(message.explanation, width: 80).joined(separator: "\n") + "\n"
    if !message.wrong.isEmpty {
      text += "\nWrong:\n" + indented(message.wrong) + "\nRight:\n" + indented(message.right)
    }
    return text
  }

  private static func indented(_ example: String) -> String {
    example.split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}
