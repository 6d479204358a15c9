import Foundation

/// The material beside the project, which isn't part of it.
enum Shared {
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL
  static let folder = project.appending(path: "../shared").standardizedFileURL

  /// Whether it's there; tests that need it are skipped elsewhere.
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// Whether jing is installed, the judge of what is valid TEI.
  static var hasJing: Bool { (try? run("jing", ["-h"]))?.code != 127 }

  static func files(_ path: String, ending: String) throws -> [URL] {
    let start = folder.appending(path: path)
    let all = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? []).filter { $0.path.hasSuffix(ending) }
      .sorted { $0.path < $1.path }
  }
}

/// Runs a program and gives its exit code and what it printed.
func run(_ program: String, _ arguments: [String]) throws -> (code: Int32, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}
