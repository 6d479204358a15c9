/// The name of an element or attribute: a namespace name and a local name, with the prefix that
/// the document wrote.
///
/// Names are equal when namespace and local name are; the prefix is only how one document
/// abbreviates (Namespaces in XML 1.0, section 2).
public struct Name: Sendable {
  /// The namespace name, empty for none.
  public let namespace: String
  /// The part after the colon, or the whole name.
  public let local: String
  /// The part before the colon, empty for none.
  public let prefix: String

  /// Makes a name from its parts.
  public init(namespace: String = "", local: String, prefix: String = "") {
    self.namespace = namespace
    self.local = local
    self.prefix = prefix
  }

  /// The namespace of every TEI P5 element (TEI Guidelines, USE, Namespaces).
  public static let teiNamespace = "http://www.tei-c.org/ns/1.0"
  /// The namespace that the prefix `xml` is bound to (Namespaces in XML 1.0, section 3).
  public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  /// The name as a document writes it: `prefix:local`, or `local`.
  public var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }
}

extension Name: Hashable {
  /// Compares namespace and local name.
  public static func == (left: Name, right: Name) -> Bool {
    left.local == right.local && left.namespace == right.namespace
  }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(local)
    hasher.combine(namespace)
  }
}
