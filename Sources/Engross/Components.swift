import EngrossValidate
import EngrossXML

/// What a build of Engross is made of, for those who must tell one from another.
public enum Components {
  /// The version of libxml2 that runs, such as `2.9.14`.
  public static var libxml2: String { LibXML.version }

  /// The bundled schemas: the first twelve hexadecimal digits of the SHA-256 of all of them, in the
  /// order `engross.rng`, `engross.xsd`, `xml.xsd`, `engross.sch`.
  public static var schemas: String { String(BundledSchemas.digest.text.prefix(12)) }
}
