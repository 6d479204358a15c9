/// One input and where its result goes.
struct Route: Sendable {
  /// What is read.
  let input: InputFile
  /// What is written; nil for standard output.
  let output: OutputFile?
  /// The output's path below the output directory.
  let name: Word

  /// Plans where everything goes, and refuses a plan in which something would be lost.
  static func plan(
    _ inputs: [InputFile], to directory: Word?, endings: Conversion.Endings
  ) throws(Failure) -> [Route] {
    var routes: [Route] = []
    routes.reserveCapacity(inputs.count)
    for input in inputs {
      guard let path = input.relativePath else {
        throw .usage("standard input has no name for --output-dir; --output FILE gives it one")
      }
      let name = path.replacing(ending: endings.input, by: endings.output)
      let output = OutputFile(path: directory?.appending(name) ?? name)
      routes.append(Route(input: input, output: output, name: name))
    }
    try refuseLosses(routes)
    return routes
  }

  /// Two results of one name, or a result in an input's place, are an error before anything starts.
  static func refuseLosses(_ routes: [Route]) throws(Failure) {
    var writers: [Word: InputFile] = [:]
    for route in routes {
      guard let output = route.output else { continue }
      if let other = writers.updateValue(route.input, forKey: output.path) {
        let names = "\"\(other.name)\" and \"\(route.input.name)\""
        throw .usage("\(names) would both be written to \"\(output.name)\"")
      }
    }
    let inputs = Set(routes.compactMap(\.input.identity))
    for output in routes.compactMap(\.output) {
      if let identity = FileIdentity(output.path), inputs.contains(identity), identity.isPlainFile {
        throw .usage("\"\(output.name)\" is an input, and would be overwritten")
      }
    }
  }
}
