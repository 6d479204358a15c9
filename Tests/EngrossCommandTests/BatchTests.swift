import Testing

@testable import EngrossCommand

@Suite struct BatchTests {
  @Test(arguments: [1, 2, 7, 1000])
  func `results come in the order of the items, however many work at once`(jobs: Int) async throws {
    let items = Array(0..<300)
    var seen: [String] = []
    try await Batch<Int, Outcome>(items: items, jobs: jobs).run { item in
      var sum = 0
      for number in 0..<(item % 7 * 1000) { sum &+= number }
      return Outcome(.success, findings: sum >= 0 ? "\(item)" : "")
    } deliver: { outcome throws(Failure) in
      seen.append(String(decoding: outcome.output, as: UTF8.self))
    }
    #expect(seen == items.map { "\($0)" })
  }

  @Test(arguments: [1, 4])
  func `a failure to deliver ends the batch`(jobs: Int) async {
    var delivered = 0
    await #expect(throws: Failure(.inputOutput, nil)) {
      try await Batch<Int, Outcome>(items: Array(0..<100), jobs: jobs).run { _ in
        Outcome()
      } deliver: { _ throws(Failure) in
        delivered += 1
        if delivered == 3 { throw Failure(.inputOutput, nil) }
      }
    }
    #expect(delivered == 3)
  }
}
