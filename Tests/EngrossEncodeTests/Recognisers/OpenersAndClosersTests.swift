import EngrossModel
import EngrossXML
import Testing

@testable import EngrossEncode

/// How documents of many kinds open and close; all of them invented.
struct OpenersAndClosersTests {
  private func body(_ text: String) throws -> String {
    let document = try TextEncoding().document(
      for: Array(text.utf8), encoding: nil, metadata: Metadata(), date: nil)
    let xml = String(decoding: XMLWriter().xml(document), as: UTF8.self)
    return String(xml[(xml.range(of: "<text>")?.lowerBound ?? xml.startIndex)...])
  }

  /// What the elements of a name hold, in order, their own markup left out.
  private func contents(of element: String, in xml: String) -> [String] {
    xml.components(separatedBy: "<\(element)").dropFirst().compactMap { piece in
      guard piece.first == ">" || piece.first == " ",
        let start = piece.firstIndex(of: ">"),
        let end = piece.range(of: "</\(element)>")
      else { return nil }
      var isTag = false
      return String(
        piece[piece.index(after: start)..<end.lowerBound].filter { character in
          if character == "<" { isTag = true }
          defer { if character == ">" { isTag = false } }
          return !isTag
        })
    }
  }

  @Test("A page of a treaty's signatures names parties, plenipotentiaries and witnesses apart")
  func treaty() throws {
    let xml = try body(
      """
      CONVENTION BETWEEN VALDORRA AND NORTH SELBY

      The High Contracting Parties have agreed upon the articles that follow, and on no others.

      Done at Port Merrow, in duplicate, this 3rd day of October 1907.

      For the Government of Valdorra:
      (Sgd.) ESTEBAN QUILL [L.S.]

      For the Government of North Selby:
      (Sgd.) HUMPHREY ASHGROVE [L.S.]

      In presence of:
      OLA LUND, Clerk
      """)
    #expect(contents(of: "dateline", in: xml).first?.hasPrefix("Done at Port Merrow") == true)
    let closer = String(xml[(xml.range(of: "<closer>")?.lowerBound ?? xml.startIndex)...])
    #expect(
      contents(of: "persName", in: closer) == ["ESTEBAN QUILL", "HUMPHREY ASHGROVE", "OLA LUND"])
    #expect(
      contents(of: "orgName", in: closer)
        == ["Government of Valdorra", "Government of North Selby"])
    #expect(closer.contains("role=\"witness\""))
  }

  @Test("An order of the field is signed for another, and attested")
  func order() throws {
    let xml = try body(
      """
      GENERAL ORDERS,
      No. 7.

      HEADQUARTERS ARMY OF THE ILSE,
      Camp near Gant, September 17, 1862.

      The troops that are at the ford shall remain there until they hear of it.

      By order of Major-General Ashgrove:
      A. B. LUND,
      Assistant Adjutant-General.
      """)
    #expect(contents(of: "head", in: xml) == ["GENERAL ORDERS,\nNo. 7."])
    #expect(contents(of: "dateline", in: xml).count == 1)
    #expect(contents(of: "roleName", in: xml).last == "Assistant Adjutant-General")
  }

  @Test("A letter keeps its letterhead, its addressee, its greetings and its copies apart")
  func letter() throws {
    let xml = try body(
      """
      MINISTRY OF LIGHTS
      Port Merrow

      May 6, 1961

      The Honorable Anna Berg,
      Speaker of the Assembly.

      Dear Madam Speaker:

      The lamp has been dark for eleven nights, and the lens is on the quay in its crate.

      Respectfully yours,

      Ola Lund
      Minister

      Enclosure: a chart
      cc: Legal Adviser
      """)
    #expect(contents(of: "dateline", in: xml).count == 1)
    #expect(contents(of: "addrLine", in: xml).count == 1)
    #expect(contents(of: "salute", in: xml) == ["Dear Madam Speaker:", "Respectfully yours,"])
    #expect(contents(of: "signed", in: xml) == ["Ola Lund\nMinister"])
    #expect(contents(of: "seg", in: xml) == ["Enclosure: a chart", "cc: Legal Adviser"])
  }

  @Test("A petition of the many is a list of signatures, whatever its transcriber says between")
  func petition() throws {
    let names = ["Anna Berg", "John Tarn", "Wm. Dowle", "Jno. Ashgrove", "Mary Quill", "Saml Lund"]
    let xml = try body(
      "Petition of the Keepers\nYour petitioners ask for oil, and as in duty bound will ever pray.\n"
        + names.prefix(3).joined(separator: "\n") + "\n[right column]\n"
        + names.suffix(3).joined(separator: "\n"))
    #expect(contents(of: "signed", in: xml) == names)
  }

  @Test("Names at the end of what isn't signed are no signatures")
  func unsigned() throws {
    for title in ["Remarks at the Harbor", "Minutes of the Council"] {
      let xml = try body("\(title)\n\nThis is what was said there.\n\nAnna Berg\nOla Lund")
      #expect(!xml.contains("<signed"))
    }
  }

  @Test("A genre that is given decides how a document is signed")
  func genre() {
    let text = TokenisedText(Array("Selbyhaven\n\nSend the pilot before dark.\n\nLund".utf8))
    func isSigned(_ genre: String?) -> Bool {
      TextEncoding().annotations(of: text, genre: genre).contains { $0.mark.isSigned }
    }
    #expect(isSigned("telegram"))
    #expect(!isSigned("remarks"))
  }
}
