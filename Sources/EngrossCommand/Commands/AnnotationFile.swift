import Engross

/// A file of annotations: what `--annotations` writes and `--apply` reads.
struct AnnotationFile: Sendable {
  private let output: OutputFile
  private let format: AppliedAnnotations.Format

  /// The file that `--annotations` names; nil where it isn't given.
  init?(_ arguments: Arguments, inputs: Int) throws(Failure) {
    guard let word = arguments[Encode.annotations] else { return nil }
    if inputs > 1 { throw .usage("--annotations takes one input") }
    if word.bytes.isEmpty || word == "-" { throw .usage("--annotations needs the name of a file") }
    output = OutputFile(path: word)
    format = Self.format(word)
  }

  /// Writes what is marked.
  func write(_ inferences: [Inference]) throws(Failure) {
    let lines =
      switch format {
      case .brat: inferences.brat
      case .jsonLines: inferences.jsonLines
      }
    try output.write(Array(lines.utf8))
  }

  /// The annotations that `--apply` names, and their file's name; nil where it isn't given.
  static func applied(
    _ arguments: Arguments, to conversion: Conversion
  ) throws(Failure) -> (annotations: AppliedAnnotations, name: String)? {
    guard let word = arguments[Encode.apply] else {
      for option in [Encode.only, Encode.proofreader] where arguments.has(option) {
        throw .usage("\(option.long) needs --apply FILE")
      }
      return nil
    }
    let file = InputFile(word)
    if file.path == nil { throw .usage("--apply takes a file, not standard input") }
    let proofreader = arguments[Encode.proofreader]?.text
    if let proofreader, !AppliedAnnotations.isName(proofreader) {
      throw .usage("--proofreader takes a name on one line")
    }
    let bytes = try file.bytes()
    var annotations: AppliedAnnotations
    do throws(AnnotationError) {
      annotations = try AppliedAnnotations(
        bytes, format: format(word), others: arguments.has(Encode.only) ? .dropped : .kept)
    } catch {
      let place = "\(file.name):\(error.position.line):\(error.position.column)"
      throw .usage("\(place): \(error.message)")
    }
    if let proofreader { annotations.proofreader = proofreader }
    if let (line, other) = annotations.firstOfAnother(than: conversion.inputs.map(\.name)) {
      throw .usage("\(file.name):\(line):1: \(Word(other).shown) is none of the inputs")
    }
    if conversion.count > 1, let line = annotations.firstLineWithoutFile {
      throw .usage("\(file.name):\(line):1: with several inputs, an annotation needs \"file\"")
    }
    return (annotations, file.name)
  }

  private static func format(_ path: Word) -> AppliedAnnotations.Format {
    path.text.hasSuffix(".ann") ? .brat : .jsonLines
  }
}
