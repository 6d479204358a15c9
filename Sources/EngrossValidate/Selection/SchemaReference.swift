/// A schema as a call or a document names it.
struct SchemaReference: Hashable, Sendable {
  /// Who names it.
  enum Origin: String, Sendable {
    case option = "--schema"
    case model = "xml-model"
    case location = "xsi:schemaLocation"
    case documentType = "DOCTYPE"
  }

  let origin: Origin
  /// The path or URI as written.
  let address: String
  let publicIdentifier: String?
  /// The language, where the reference says more than the address's ending does.
  let language: SchemaLanguage?
  /// Where in the document it stands.
  let offset: Int

  init(
    _ origin: Origin, _ address: String, publicIdentifier: String? = nil,
    language: SchemaLanguage? = nil, offset: Int = 0
  ) {
    self.origin = origin
    self.address = address
    self.publicIdentifier = publicIdentifier
    self.language = language
    self.offset = offset
  }
}

/// A reference that names nothing to judge by, and why.
struct UnusableReference {
  let message: String
  let offset: Int
  /// Whether the document is judged all the same, by what else it names.
  let isWarning: Bool
}

extension Prolog {
  /// The schemas that the document names: by `xml-model`, else by `xsi:schemaLocation`, else by its
  /// document type declaration.
  var references: (usable: [SchemaReference], unusable: [UnusableReference]) {
    if !models.isEmpty { return modelReferences }
    if let location = schemaLocation { return ([location], []) }
    guard let documentType else { return ([], []) }
    let reference = SchemaReference(
      .documentType, documentType.systemIdentifier,
      publicIdentifier: documentType.publicIdentifier, language: .documentType,
      offset: documentType.offset)
    return ([reference], [])
  }

  private var modelReferences: (usable: [SchemaReference], unusable: [UnusableReference]) {
    var usable: [SchemaReference] = []
    var unusable: [UnusableReference] = []
    for model in models {
      switch model.reference {
      case .success(let reference): usable.append(reference)
      case .failure(let error):
        unusable.append(
          UnusableReference(
            message: error.message, offset: model.offset, isWarning: error.isWarning))
      }
    }
    return (usable, unusable)
  }

  /// XML Schema, part 1, section 4.3.2; of several pairs, that of the outermost element's namespace.
  private var schemaLocation: SchemaReference? {
    guard let root else { return nil }
    let instance = "http://www.w3.org/2001/XMLSchema-instance"
    guard
      let prefix = root.attributes.first(where: {
        $0.key.hasPrefix("xmlns:") && $0.value == instance
      })?.key.dropFirst(6)
    else { return nil }
    let parts = root.name.split(separator: ":")
    let declaration = parts.count > 1 ? "xmlns:\(parts[0])" : "xmlns"
    let namespace = root.attributes[declaration] ?? ""
    let words = (root.attributes["\(prefix):schemaLocation"] ?? "").split { $0.isWhitespace }
    var address = namespace.isEmpty ? root.attributes["\(prefix):noNamespaceSchemaLocation"] : nil
    for index in stride(from: 0, to: words.count - 1, by: 2) where words[index] == namespace {
      address = address ?? String(words[index + 1])
    }
    return address.map {
      SchemaReference(.location, $0, language: .xmlSchema, offset: root.offset)
    }
  }
}

extension Prolog.Model {
  struct Refusal: Error {
    let message: String
    var isWarning = false
  }

  /// The language by `schematypens`, else by `type`, else by the address's ending.
  var reference: Result<SchemaReference, Refusal> {
    guard let address = attributes["href"], !address.isEmpty else {
      return .failure(Refusal(message: "this xml-model names no schema; @href does"))
    }
    let ending = SchemaLanguage(path: address)
    var language: SchemaLanguage? = ending
    switch attributes["schematypens"] ?? "" {
    case "http://relaxng.org/ns/structure/1.0":
      if ending != .relaxNGCompact { language = .relaxNG }
    case "http://www.w3.org/2001/XMLSchema": language = .xmlSchema
    case "http://purl.oclc.org/dsdl/schematron":
      if ending == .relaxNG || ending == .relaxNGCompact {
        return .failure(
          Refusal(
            message: "the Schematron rules inside \"\(address)\" aren't checked; "
              + "those of a .sch file, in XPath 1.0, are", isWarning: true))
      }
      language = .schematron
    case "":
      switch attributes["type"] ?? "" {
      case "application/relax-ng-compact-syntax": language = .relaxNGCompact
      case "application/xml-dtd": language = .documentType
      default: break
      }
    case let other:
      return .failure(
        Refusal(
          message: "\"\(other)\" isn't a schema language known here; "
            + "RELAX NG, W3C XML Schema and Schematron are"))
    }
    if attributes["type"] == "application/relax-ng-compact-syntax" { language = .relaxNGCompact }
    guard let language else {
      return .failure(
        Refusal(
          message: "nothing says in which language \"\(address)\" is written; @schematypens does"))
    }
    return .success(SchemaReference(.model, address, language: language, offset: offset))
  }
}
