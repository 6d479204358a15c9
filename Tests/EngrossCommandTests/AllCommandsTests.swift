import FoundationEssentials
import Testing

@testable import EngrossCommand

@Suite struct AllCommandsTests {
  @Test(arguments: AllCommands.list.map { Word($0.name) })
  func `options of a command differ in name and letter, and help is among them`(name: Word) throws {
    let command = try #require(AllCommands.list.first { $0.name == name.text })
    #expect(Set(command.options.map(\.name)).count == command.options.count)
    let letters = command.options.compactMap(\.letter)
    #expect(Set(letters).count == letters.count)
    #expect(command.options.last == .help)
  }

  @Test func `every command's file is in the list`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/EngrossCommand/Commands").path
    var names: [String] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let source = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
      if String(decoding: source, as: UTF8.self).contains("enum \(file.dropLast(6)): Command {") {
        names.append(file.dropLast(6).lowercased())
      }
    }
    #expect(names.sorted() == AllCommands.list.map { $0.name }.sorted())
  }

  @Test(arguments: AllCommands.list.map { Word($0.name) })
  func `no line of the help is wider than a terminal`(name: Word) throws {
    let command = try #require(AllCommands.list.first { $0.name == name.text })
    for line in Help(for: command).text.split(separator: "\n") {
      #expect(line.count <= 80)
    }
  }
}
