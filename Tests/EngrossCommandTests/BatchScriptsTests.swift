import FoundationEssentials
import Glibc
import Testing

/// The scripts of Tests/Batch at a size that a quick run of all tests bears; with larger numbers they
/// are run by hand.
@Suite struct BatchScriptsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Batch").path

  private func run(_ command: String) throws -> Session.Step {
    try Shell().run(
      "/usr/bin/python3 '\(Self.folder)'/"
        + command.replacing("ENGROSS", with: "\"$(command -v engross)\""))
  }

  @Test
  func `a run killed at random moments and gone on with makes the bytes of an undisturbed one`()
    throws
  {
    let step = try run("kill.py ENGROSS 60 4")
    #expect(step.code == 0, "\(step.error)")
    #expect(step.output.hasPrefix("60 documents, killed"))
  }

  @Test
  func `a full disk, no permission, a file that grows and a broken pipe are each one clear line`()
    throws
  {
    let step = try run("faults.py ENGROSS")
    #expect(step.code == 0, "\(step.error)")
  }

  @Test func `one line comes out for each record, one in a hundred broken`() throws {
    let step = try run("records.py ENGROSS 1000")
    #expect(step.code == 0, "\(step.error)")
    #expect(step.output.hasPrefix("1000 records, 10 broken: a line each"))
  }

  private static let bagit = URL(filePath: folder).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "build/python/bin/bagit.py").path

  @Test(
    .enabled(
      if: access(bagit, X_OK) == 0, "bagit isn't there; `make test` takes it from PyPI"))
  func `bagit.py accepts a bag, also of a name with a line end`() throws {
    let step = try Shell().run(
      """
      mkdir in && printf 'A letter.\n' > in/a.txt && cp in/a.txt "$(printf 'in/b\nc.txt')"
      engross encode -q -d tei in && engross bag x.bag --sources in --tei tei
      '\(Self.bagit)' --validate --quiet x.bag
      """)
    #expect(step.code == 0, "\(step.error)")
  }
}
