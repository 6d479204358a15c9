/// Facts about a document that its text can't say; all optional.
///
/// They go into the TEI header as given (TEI Guidelines, HD); what isn't given isn't claimed.
public struct Metadata: Sendable, Hashable {
  /// The terms on which the encoding may be used.
  public struct Licence: Sendable, Hashable {
    /// Its name or text.
    public var text: String
    /// Where it stands, as a URI.
    public var target: String?

    /// Makes a licence.
    public init(text: String, target: String? = nil) {
      self.text = text
      self.target = target
    }
  }

  /// Someone who answers for a part of the work.
  public struct Responsibility: Sendable, Hashable {
    /// The person or body.
    public var name: String
    /// What they did.
    public var role: String

    /// Makes a responsibility.
    public init(name: String, role: String) {
      self.name = name
      self.role = role
    }
  }

  /// An identifier of a kind, such as a shelf mark or a DOI.
  public struct Identifier: Sendable, Hashable {
    /// The kind, one word.
    public var type: String
    /// The identifier.
    public var value: String

    /// Makes an identifier.
    public init(type: String, value: String) {
      self.type = type
      self.value = value
    }
  }

  /// The title, in place of the one that the text shows.
  public var title: String?
  /// The authors, in place of the one that the text shows.
  public var authors: [String] = []
  /// Who publishes the encoding.
  public var publisher: String?
  /// Where it's published.
  public var publicationPlace: String?
  /// When it's published, as `2026`, `2026-11` or `2026-11-24`.
  public var publicationDate: String?
  /// On which terms.
  public var licence: Licence?
  /// Identifiers of the encoding, in order of their types.
  public var identifiers: [Identifier] = []
  /// What the text was taken from, as a bibliographic reference.
  public var source: String?
  /// The language of the text, as a BCP 47 tag.
  public var language: String?
  /// Who answers for what, beside the software.
  public var responsible: [Responsibility] = []

  /// Makes metadata that says nothing.
  public init() {}
}
