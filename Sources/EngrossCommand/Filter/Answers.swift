import EngrossModel

/// Some lines of a stream, and where in it they stand.
struct Lines: Sendable {
  let first: Int
  let lines: [LineReader.Line]
}

/// The answers to some lines, one each.
struct Answers: Sendable {
  /// The answers, each ended by a line end.
  private(set) var bytes: [UInt8] = []
  /// How many there are.
  let count: Int
  /// How many of them tell of an error.
  private(set) var failed = 0

  init(to lines: Lines, longest: Int, _ answer: RecordFilter.Answer) {
    count = lines.lines.count
    for (index, line) in lines.lines.enumerated() {
      var id = Array("null".utf8)
      do throws(Failure) {
        guard case .whole(let line) = line else {
          throw Failure(
            .inputOutput, "the line is longer than \(longest) bytes, which --max-record allows")
        }
        let record = try Record(line)
        id = record.id
        add(id, try answer(record))
      } catch {
        failed += 1
        add(id, Self.members(of: error, line: lines.first + index, isNamed: id.first != 0x6E))
      }
    }
  }

  private mutating func add(_ id: [UInt8], _ members: [UInt8]) {
    bytes += Array("{\"id\":".utf8)
    bytes += id
    bytes.append(UInt8(ascii: ","))
    bytes += members
    bytes += [UInt8(ascii: "}"), 0x0A]
  }

  /// An error. The line's number, which changes with the way a collection is cut up, stands where no
  /// `id` names the record.
  private static func members(of failure: Failure, line: Int, isNamed: Bool) -> [UInt8] {
    let place = isNamed ? "" : "\"line\":\(line),"
    let message = (failure.message ?? "").asJSON
    return Array(
      "\(place)\"error\":{\"code\":\(failure.code.rawValue),\"message\":\(message)}".utf8)
  }
}
