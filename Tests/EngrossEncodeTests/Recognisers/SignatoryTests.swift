import EngrossModel
import EngrossXML
import Testing

@testable import EngrossEncode

/// Who signs what; all of them invented.
struct SignatoryTests {
  private func signed(_ closing: String, _ opening: String = "A notice to all") -> [String] {
    let source = "\(opening)\n\nIn witness whereof they have set their hands to this.\n\n\(closing)"
    let text = TokenisedText(Array(source.utf8))
    return TextEncoding().annotations(of: text, genre: nil).compactMap { annotation in
      switch annotation.mark {
      case .persName: text.string(annotation.range)
      case .roleName: "- " + text.string(annotation.range)
      case .orgName: "for " + text.string(annotation.range)
      default: nil
      }
    }
  }

  @Test("A surname that is an office too is a name after a given name")
  func namesakes() {
    #expect(
      signed("ADOLF BERG,\nNEVILLE CHAMBERLAIN,\nPrince Hall\nG. Washington")
        == ["ADOLF BERG", "NEVILLE CHAMBERLAIN", "Prince Hall", "G. Washington"])
    #expect(signed("Ola Lund\nMajor General") == ["Ola Lund", "- Major General"])
    #expect(signed("Ola Lund\nPrince of Ilse") == ["Ola Lund", "- Prince of Ilse"])
  }

  @Test("A name holds the particles of other languages")
  func particles() {
    #expect(signed("For Chile:\nHassan al-Amin") == ["Hassan al-Amin", "for Chile"])
    #expect(signed("For Chile:\nGustav vom Stein") == ["Gustav vom Stein", "for Chile"])
  }

  @Test("A mark in brackets stands for a signature, and one word is a name beside it")
  func marks() {
    #expect(
      signed("Jack Tarn [his X mark]\nKoa, or the Heron, his x mark, [L. S.]")
        == ["Jack Tarn", "Koa"])
  }

  @Test("Witnesses' offices have no capitals")
  func witnesses() {
    #expect(
      signed(
        "ANNA BERG [L. S.]\nWitness:\nJno. Lund, capt. comm'd't,\nJohn Tarn, sworn interpreter.")
        == ["ANNA BERG", "Jno. Lund", "- capt. comm'd't", "John Tarn", "- sworn interpreter"])
  }

  @Test("One signs by command and in behalf of another")
  func command() {
    #expect(
      signed("ANNA BERG\nBy command and in behalf of the Regent of Ilse.")
        == ["ANNA BERG", "for Regent of Ilse"])
  }

  @Test("An officer with his rank below a letter's signature is whom it goes to")
  func addressee() {
    let xml = signed(
      "Very respectfully,\nO. LUND,\nCaptain, First Battery.\n\nLieut. C. TARN,\nAdjutant.",
      "Oslo, May 6, 1863.\nSIR:")
    #expect(xml.contains("O. LUND") && !xml.contains("- Adjutant"))
  }
}
