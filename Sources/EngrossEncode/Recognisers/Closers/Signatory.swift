/// Finds who signed: a name, an office, a state or an organisation, on one line or several.
///
/// Signatures stand on short lines in capitals or capitalised, after the text or between its parts.
/// A name in capitals, a name with an office, or a name below a greeting makes a signature at the
/// document's end; elsewhere something must say that one signs: "(Signed)", a seal, an oath before
/// or after. Witnesses are told from parties. TEI Guidelines, DS, Openers and Closers.
struct Signatory: Recogniser {
  let facts: Facts

  static let examples: [Example] = [
    "A notice\nThis is so.\nANNA M. BERG, President\nRepublic of Chile"
      ~> "<closer><signed><persName ref=\"#person-1\" resp=\"#engross\" cert=\"high\">ANNA M. BERG</persName>, <roleName resp=\"#engross\" cert=\"high\">President</roleName>\n<lb/><orgName ref=\"#org-1\"",
    "A treaty\nThis is so.\nFor the Republic of Ilse:\nANNA M. BERG, [L.S.]\nEnvoy"
      ~> "Republic of Ilse</orgName>:\n<lb/><persName",
    "A notice\nThis is so.\nANNA M. BERG." ~> ">ANNA M. BERG</persName>.</signed>",
    "A notice\nThis is so and so was it in the old days." !~> "<signed",
    "The petition\nYour petitioner asks for this.\n(Signed by)\nAnna Berg\nSworn to before me.\nOla Lund\nJ. P."
      ~> "<signed>(Signed by)\n<lb/><persName",
    "The petition\nYour petitioner asks for this.\n(Signed by)\nAnna Berg\nSworn to before me.\nOla Lund\nJ. P."
      ~> "Ola Lund</persName>\n<lb/><roleName resp=\"#engross\" cert=\"high\">J. P</roleName>",
    "The minutes\nPresent:\nAnna Berg\nOla Lund\nThe meeting opened at nine, and all were there."
      !~> "<signed",
    "To Anna\nDear Anna,\nThis is so.\nYours truly,\nOLA LUND.\nMiss Anna Berg,\nCandle Row"
      ~> "Anna Berg</persName>,\n<lb/>Candle Row</addrLine></address>",
    "A treaty\nDone in witness whereof.\nANNA BERG.\nAttest:\nOLA LUND."
      ~> "</signed>\nAttest:\n<signed><persName ref=\"#person-2\" role=\"witness\"",
    "A deed\nThis is so.\nher X mark Anna Berg\nWitness O. Lund"
      ~> "<signed>her X mark <persName",
    "A treaty\nThis is agreed.\nFor Norway: ANNA BERG\nFor Chile: OLA LUND"
      ~> "<signed>For <orgName ref=\"#org-1\" resp=\"#engross\" cert=\"high\">Norway</orgName>: <persName",
    "A decree\nThis is ordered.\nBy the Regent,\nThe Minister of State,\nO. LUND."
      ~> "By the Regent,\n<signed><roleName resp=\"#engross\" cert=\"high\">The Minister of State</roleName>,\n<lb/><persName",
    "A treaty\nThis is agreed.\nTarn, or the Heron of Ilse, his x mark, [L. S.]"
      ~> "Tarn</persName>, or the Heron",
    "A treaty\nThis is agreed, as all of those who were there have said.\nW TARN Governor.\nAnd so do we, who say it too."
      ~> "W TARN</persName> <roleName",
    "A telegram to Oslo\n\nSend the pilot before dark.\n\nLund\n(Minister of State)"
      ~> "(<roleName resp=\"#engross\" cert=\"medium\">Minister of State</roleName>)",
    "An agreement\nIn witness whereof we sign this.\n\nLAMP FOUNDATION\n\nBy: /s/ Anna Berg\nName: Anna Berg\nTitle: President"
      ~> "LAMP FOUNDATION</orgName>\n\n<lb/>By: /s/ <persName ref=\"#person-1\" resp=\"#engross\" cert=\"high\">Anna Berg</persName>\n<lb/>Name: Anna Berg\n<lb/>Title: <roleName",
    "A letter\nDear Ola,\nThis is so.\nSincerely,\nAnna Berg\n(Anna Berg)\nInspector General"
      ~> "(Anna Berg)\n<lb/><roleName resp=\"#engross\" cert=\"high\">Inspector General</roleName></signed>",
    "A treaty\nThis is agreed.\nANNA BERG          OLA LUND\nPresident          Envoy"
      ~> "<signed><persName ref=\"#person-1\" resp=\"#engross\" cert=\"high\">ANNA BERG</persName>          <persName",
  ]

  func annotations(in text: TokenisedText, after found: Findings) -> [Annotation] {
    SignatureZone.all(in: text, found, facts).flatMap {
      SignatureReader.annotations(text, $0, found, facts)
    }
  }
}
