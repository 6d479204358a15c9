import EngrossModel
import FoundationEssentials
import Testing

@Suite struct ReportFormatTests {
  @Test func `every file in the folder of formats is on the list`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/EngrossModel/Diagnostics/Formats").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix("Format.swift") && $0 != "ReportFormat.swift" }
      .map { String($0.dropLast(6)) }
    #expect(Set(files) == Set(AllReportFormats.list.map { "\($0)" }))
  }

  @Test func `an included file's findings are its own in every format`() {
    let report = FileReport(
      name: "whole.xml",
      diagnostics: [
        Diagnostic(
          id: "a.b", severity: .warning, message: "m", position: Position(line: 3, column: 4),
          in: "part.xml")
      ], schemas: ["s.rng"])
    for type in AllReportFormats.list where type.name != "junit" {
      var format = type.init(ReportSurroundings())
      #expect(format.file(report).contains("part.xml"), "\(type.name)")
    }
  }
}
