import Engross

/// Writes text, records and runs to files.
final class TextOutput: TextWriter {
  private let output: OutputStream
  private let runs: OutputStream?
  private let file: String

  init(_ output: OutputStream, runs: OutputStream? = nil, file: String) {
    self.output = output
    self.runs = runs
    self.file = file
  }

  func write(_ bytes: [UInt8]) throws { try output.write(bytes) }

  func write(_ record: TextRecord) throws {
    try output.write(Array((record.json(file: file) + "\n").utf8))
  }

  func write(_ runs: [TextRun]) throws {
    for run in runs { try self.runs?.write(Array((run.json + "\n").utf8)) }
  }
}
