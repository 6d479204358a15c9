import EngrossModel
import EngrossXML
import Testing

@testable import EngrossValidate

@Suite struct DocumentChecksTests {
  private func kinds(_ content: String, meaning: String? = nil) throws -> [String] {
    let xml = "<TEI xmlns=\"\(Name.teiNamespace)\">\(content)</TEI>"
    let dates = DateCheck { _ in meaning }
    let checks = DocumentChecks(checks: Set(Check.allCases), dates: dates)
    try EventReader().read(Array(xml.utf8), to: checks)
    return checks.findings.map(\.kind)
  }

  @Test(arguments: [
    "<p xml:id='a'/><ptr target='#a #a'/>", "<ptr target='#xpath(//a)'/>", "<ptr target='#'/>",
    "<p n='#nowhere' rend='#fff'/>", "<p xml:id='ä'/><ptr target='#%C3%A4'/>",
    "<date from='1861' to='1862'/>", "<citedRange from='9' to='5'/>",
    "<date from='1861-12' to='1861'/>", "<date when='1648-01-30'>January 30, 1649</date>",
    "<date when='1997-05-06' calendar='x'>6 May 1996</date>",
  ])
  func `nothing is wrong`(content: String) throws {
    #expect(try kinds(content, meaning: "1996-05-06").isEmpty)
  }

  @Test func `each check finds its mistake`() throws {
    #expect(try kinds("<p xml:id='a'/><p xml:id='a'/>") == ["duplicate-id"])
    #expect(try kinds("<p corresp='#a'/>") == ["dangling-pointer"])
    #expect(try kinds("<p from='1862' to='1861-12'/>") == ["reversed-dates"])
    #expect(
      try kinds("<date when='1997-05-06'>6 May 1996</date>", meaning: "1996-05-06")
        == ["contradicted-date"])
  }

  @Test func `pointers to one missing place are one finding`() throws {
    #expect(try kinds("<p ana='#a'/><p ana='#a #a'/><p ana='#b'/>").count == 2)
  }

  @Test func `a million pointers take linear time`() throws {
    let content = (0..<20_000).map { "<p xml:id='i\($0)' ana='#i\($0) #x\($0)'/>" }.joined()
    #expect(try kinds(content).count == 20_000)
  }
}
