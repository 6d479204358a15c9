/// `engross bag`: a collection as a bag for long-term keeping.
enum Bag: Command {
  static let name = "bag"
  static let summary = "packs sources, TEI, text and proof pages as a bag (BagIt, RFC 8493)"
  static let explanation = [
    "BAG is the directory to be made, which must not exist yet. All files of the directories named "
      + "go into it, each kind in its own folder below data, with the SHA-256 of each; the manifest "
      + "that \"engross encode\" left beside the TEI goes with them. The bag gets its name when it's "
      + "whole. The day is stated only when --date or the variable SOURCE_DATE_EPOCH gives it."
  ]
  static let tei = Option("tei", value: "DIR", "packs the TEI documents of DIR")
  static let sources = Option("sources", value: "DIR", "packs the texts that they were made from")
  static let text = Option("text", value: "DIR", "packs the plain text that was made of them")
  static let pages = Option("pages", value: "DIR", "packs their proof pages")
  static let date = Option("date", value: "YYYY-MM-DD", "states this day as that of the packing")
  static let options: [Option] = [tei, sources, text, pages, date, .quiet, .help]
  static let examples = ["engross bag letters.bag --sources letters --tei tei"]
  static let operands = "BAG"

  static func run(_ arguments: Arguments, in environment: Environment) async throws(Failure)
    -> ExitCode
  {
    guard let target = arguments.operands.first, arguments.operands.count == 1 else {
      throw .usage("name the directory that the bag will be")
    }
    let date = try ProcessingDate(arguments[date], in: environment).day
    let folders = [tei, sources, text, pages].compactMap { option in
      arguments[option].map { (name: Word("\(option.name)/"), path: $0) }
    }
    if folders.isEmpty { throw .usage("name what goes into it, by --tei DIR or another option") }
    for folder in folders where !Directory.exists(folder.path) {
      throw Failure(.inputOutput, "\(folder.path.shown): no such directory")
    }
    var bag = try BagWriter(target)
    do throws(Failure) {
      for folder in folders {
        for file in FileSearch(ending: "").files(below: folder.path) {
          let path = Word(folder.name.bytes + (file.relativePath?.bytes ?? []))
          try bag.add(file, as: path)
        }
        let manifest = OutputFolder(path: folder.path, command: Encode.name).manifest
        if folder.name == "tei/", FileIdentity(manifest) != nil {
          try bag.add(InputFile(manifest), as: "manifest.jsonl")
        }
      }
      try bag.close(date: date)
    } catch {
      bag.remove()
      throw error
    }
    if !arguments.has(.quiet) {
      StandardStream.error.say("\(target.shown): a bag of \(bag.count) files")
    }
    return .success
  }
}
