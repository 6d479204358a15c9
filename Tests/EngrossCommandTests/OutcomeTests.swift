import Engross
import Testing

@testable import EngrossCommand

@Suite struct OutcomeTests {
  @Test func `a failed self-check is our defect, exit code 4`() {
    let failure = Failure(EncodeError.selfCheck(message: "byte 7 differs"), name: "a.txt")
    #expect(failure.code == .defect)
    #expect(failure.code.rawValue == 4)
    #expect(
      failure.message
        == "a.txt: the result failed its own check, a defect of Engross: byte 7 differs")
  }

  @Test func `a reading that its encoding can't hold is an output that failed, exit code 3`() {
    let error = TextError.unencodable(character: "ł", encoding: "windows-1252")
    let failure = Failure(error, name: "a.xml")
    #expect(failure.code == .inputOutput)
    #expect(
      failure.message
        == "a.xml: \"ł\" doesn't exist in windows-1252; --encoding utf-8 can write it")
  }

  @Test func `the highest exit code counts`() {
    #expect(ExitCode.allCases.max() == .defect)
    #expect(ExitCode.allCases.sorted().map(\.rawValue) == [0, 1, 2, 3, 4])
  }
}
