import CSchemas
import EngrossModel

/// The customisation of TEI that Engross brings along, in the three languages it's checked in.
package enum BundledSchemas {
  static var relaxNG: [UInt8] { bytes(engross_rng()) }
  static var xmlSchema: [UInt8] { bytes(engross_xsd()) }
  /// The attributes of the `xml` namespace, which the XML Schema imports.
  static var xmlAttributes: [UInt8] { bytes(engross_xml_xsd()) }
  static var schematron: [UInt8] { bytes(engross_sch()) }

  /// Tells this set of schemas from any other.
  package static var digest: Digest {
    SHA256.digest(of: relaxNG + xmlSchema + xmlAttributes + schematron)
  }

  private static func bytes(_ schema: engross_schema) -> [UInt8] {
    // Safe: constants of the binary, which live as long as the program.
    Array(UnsafeBufferPointer(start: schema.bytes, count: schema.length))
  }
}
