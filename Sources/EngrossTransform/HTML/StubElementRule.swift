enum ElementRule: String {
  case division, group, either, paragraph, line, nothing
  static let all: [String: ElementRule] = {
    var all: [String: ElementRule] = [:]
    for n
      in "TEI teiCorpus text group front body back div div1 div2 div3 div4 div5 div6 div7 floatingText titlePage docTitle castList castGroup performance set argument epigraph postscript listBibl listPerson listPlace listOrg listEvent person place org event"
      .split(separator: " ")
    { all[String(n)] = .division }
    for n in "lg list sp table".split(separator: " ") { all[String(n)] = .group }
    for n in "figure cit address".split(separator: " ") { all[String(n)] = .either }
    for n in "p ab head trailer byline opener closer eg egXML".split(separator: " ") {
      all[String(n)] = .paragraph
    }
    for n
      in "l item row cell castItem titlePart docAuthor docDate docImprint dateline salute signed addrLine line speaker u fw"
      .split(separator: " ")
    { all[String(n)] = .line }
    for n
      in "standOff xenoData facsimile interp interpGrp link linkGrp span spanGrp fs certainty charDecl listRelation relation listChange"
      .split(separator: " ")
    { all[String(n)] = .nothing }
    return all
  }()
}
