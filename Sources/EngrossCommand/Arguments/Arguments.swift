/// A command line, sorted into options and files.
struct Arguments: Sendable {
  /// What isn't an option, in order.
  private(set) var operands: [Word] = []
  private var values: [Option: [Word]] = [:]

  /// The value of an option; nil when it wasn't given.
  subscript(option: Option) -> Word? { values[option]?.first }

  /// All values of an option that may be given more than once, in order.
  func all(_ option: Option) -> [Word] { values[option] ?? [] }

  /// The options that were given, in the order of their names.
  var options: [Option] { values.keys.sorted { $0.name < $1.name } }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option] != nil }

  /// Sorts words by a table of options: `--opt value`, `--opt=value`, `-o value`, `-ovalue`, `-q`.
  ///
  /// After `--` every word is a file; `-` alone is standard input, and so an operand.
  init(_ words: some Sequence<Word>, options: [Option]) throws(Failure) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      if word.bytes == Array("--".utf8) {
        operands += rest
        return
      }
      if word.bytes.starts(with: Array("--".utf8)) {
        try takeLong(word, from: &rest, options: options)
      } else if word.bytes.first == UInt8(ascii: "-"), word.bytes.count > 1 {
        try takeShort(word, from: &rest, options: options)
      } else {
        operands.append(word)
      }
    }
  }

  private mutating func takeLong(
    _ word: Word, from rest: inout ArraySlice<Word>, options: [Option]
  ) throws(Failure) {
    let equals = word.bytes.firstIndex(of: UInt8(ascii: "="))
    let typed = Word(Array(word.bytes[..<(equals ?? word.bytes.endIndex)]))
    guard let option = options.first(where: { $0.long == typed.text }) else {
      let nearest = NearestName(to: typed.text, in: options.map(\.long))
      throw .usage("unknown option \"\(typed.shown)\"\(nearest.question)")
    }
    let attached = equals.map { Word(Array(word.bytes[($0 + 1)...])) }
    if option.value == nil, attached != nil {
      throw .usage("\(option.long) takes no value")
    }
    try take(option, as: option.long, attached: attached, from: &rest)
  }

  private mutating func takeShort(
    _ word: Word, from rest: inout ArraySlice<Word>, options: [Option]
  ) throws(Failure) {
    var letters = word.bytes.dropFirst()
    while let letter = letters.popFirst() {
      let known = options.first { $0.letter?.asciiValue == letter }
      guard let option = known else {
        throw .usage("unknown option \"\(word.shown)\"")
      }
      let attached = option.value != nil && !letters.isEmpty ? Word(Array(letters)) : nil
      try take(option, as: "-\(Character(Unicode.Scalar(letter)))", attached: attached, from: &rest)
      if attached != nil { return }
    }
  }

  private mutating func take(
    _ option: Option, as typed: String, attached: Word?, from rest: inout ArraySlice<Word>
  ) throws(Failure) {
    guard let placeholder = option.value else {
      values[option] = [""]
      return
    }
    guard let value = attached ?? rest.popFirst() else {
      throw .usage("\(typed) needs a value: \(typed) \(placeholder)")
    }
    if values[option] != nil, !option.isRepeatable {
      throw .usage("\(option.long) is given twice")
    }
    values[option, default: []].append(value)
    let choices = option.choices
    if !choices.isEmpty, !choices.contains(value.text.lowercased()) {
      throw .usage("\(option.long) takes \(choices.asAlternatives), not \"\(value.shown)\"")
    }
  }
}

extension [String] {
  /// The names as a phrase: "a, b or c".
  var asAlternatives: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " or " + self[count - 1]
  }
}
