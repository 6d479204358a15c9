import Testing

@testable import EngrossEncode

struct NormalisedNameTests {
  private func parts(_ name: String, _ hasTwoSurnames: Bool = false) -> String {
    NormalisedName(name, hasTwoSurnames: hasTwoSurnames).parts
      .map { "\($0.part.rawValue):\($0.text)" }.joined(separator: "|")
  }

  @Test("A name has forenames, then a surname")
  func oneSurname() {
    #expect(parts("WILLIAM J. CLINTON") == "forename:William|forename:J.|surname:Clinton")
    #expect(parts("U. S. GRANT") == "forename:U.|forename:S.|surname:Grant")
    #expect(parts("WILLIAM McKINLEY") == "forename:WILLIAM|surname:McKINLEY")
    #expect(parts("SEAN O'BRIEN") == "forename:Sean|surname:O'Brien")
  }

  @Test("Two surnames where that is the custom, a particle joining what stands beside it")
  func twoSurnames() {
    #expect(
      parts("ERNESTO ZEDILLO PONCE DE LEÓN", true)
        == "forename:Ernesto|surname:Zedillo|surname:Ponce de León")
    #expect(parts("MARIO MOYA", true) == "forename:Mario|surname:Moya")
  }

  @Test("Particles and generations have their own parts")
  func particles() {
    #expect(parts("OTTO VON BERG") == "forename:Otto|nameLink:von|surname:Berg")
    #expect(parts("JOSEPH R. BIDEN JR.") == "forename:Joseph|forename:R.|surname:Biden|genName:Jr.")
    #expect(parts("John Doe III") == "forename:John|surname:Doe|genName:III")
  }
}
