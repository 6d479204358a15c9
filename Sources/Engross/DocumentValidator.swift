import EngrossEncode
@_exported import EngrossModel
import EngrossValidate

/// Validates XML documents against TEI schemas; made once, used for any number of documents, from
/// many tasks at once.
public struct DocumentValidator: Sendable {
  /// Which schemas judge, and what is checked beside them.
  public struct Settings: Sendable {
    /// Paths of `.rng`, `.rnc`, `.xsd`, `.sch` and `.dtd` files, or `bundled`; empty to judge each
    /// document by the schemas that it names itself, and by the bundled ones where it names none.
    public var schemas: [String]
    /// OASIS XML catalogs, which give the local copies of public addresses; nothing is ever read
    /// from the network.
    public var catalogs: [String]
    /// Whether what a document includes (XInclude) is put into it first.
    public var expandsInclusions: Bool
    /// What is checked beside the schemas.
    public var checks: Set<Check>
    /// Whether libxml2 judges in place of Engross where a schema is RELAX NG: a second opinion, which
    /// may never come.
    public var usesLibXML: Bool
    /// The documents that are validated together: pointers from one into another are followed.
    public var documents: [String]

    /// Makes settings; all of them are optional.
    public init(
      schemas: [String] = [], catalogs: [String] = [], expandsInclusions: Bool = false,
      checks: Set<Check> = Set(Check.allCases), usesLibXML: Bool = false, documents: [String] = []
    ) {
      self.schemas = schemas
      self.catalogs = catalogs
      self.expandsInclusions = expandsInclusions
      self.checks = checks
      self.usesLibXML = usesLibXML
      self.documents = documents
    }
  }

  /// What came of a document.
  public struct Judgement: Sendable {
    /// Everything that is wrong, in the order of the document; empty when it's valid.
    public let diagnostics: [Diagnostic]
    /// What the schemas that judged it are called.
    public let schemas: [String]
    /// The document as UTF-8, in which the positions are; empty when it can't be decoded.
    public let source: [UInt8]
  }

  private enum Means {
    case one(Validator)
    case judge(DocumentJudge)
  }
  private let means: Means
  private let dates = DatesOnDemand()

  /// Uses the bundled customisation of TEI: RELAX NG, W3C XML Schema and Schematron.
  public init() { means = .one(Validator()) }

  /// Uses one schema in place of the bundled ones.
  ///
  /// - Parameter schema: the bytes of a `.rng`, `.rnc`, `.xsd`, `.sch` or `.dtd` file.
  /// - Parameter path: its path: the ending tells the language; what it includes is found from here.
  /// - Throws: `SchemaError` when the schema can't be used.
  public init(schema: [UInt8], path: String) throws(SchemaError) {
    means = .one(try Validator(schema: schema, path: path))
  }

  /// Uses the schemas that settings or the documents name, which are read from their files.
  ///
  /// - Throws: `SchemaError` when a catalog or a schema of the settings can't be used.
  public init(_ settings: Settings) throws(SchemaError) {
    var judging = DocumentJudge.Settings()
    judging.schemas = settings.schemas
    judging.catalogs = settings.catalogs
    judging.expandsInclusions = settings.expandsInclusions
    judging.checks = settings.checks
    judging.engine = settings.usesLibXML ? .libxml2 : .engross
    if !settings.documents.isEmpty { judging.others = OtherDocuments(paths: settings.documents) }
    let dates = self.dates
    judging.meaningOfDate = { dates.meaning(of: $0) }
    means = .judge(try DocumentJudge(judging))
  }

  /// Everything that is wrong with a document, in the order of its lines; empty when it's valid.
  ///
  /// What isn't well-formed XML gives one diagnostic, with an id that starts with `xml.`.
  public func validate(_ bytes: [UInt8]) -> [Diagnostic] { judge(bytes).diagnostics }

  /// What is wrong with a document, and which schemas say so.
  ///
  /// - Parameters:
  ///   - bytes: the document, in the encoding that it declares.
  ///   - path: where it stands, from where the schemas that it names are found.
  public func judge(_ bytes: [UInt8], path: String? = nil) -> Judgement {
    switch means {
    case .one(let validator):
      let diagnostics = validator.diagnostics(of: bytes, meaningOfDate: dates.meaning)
      return Judgement(diagnostics: diagnostics, schemas: [], source: bytes)
    case .judge(let judge):
      let judgement = judge.judge(bytes, path: path)
      return Judgement(
        diagnostics: judgement.diagnostics, schemas: judgement.schemas, source: judgement.source)
    }
  }
}
