import EngrossModel
import EngrossXML

/// Judges documents by the schemas that are theirs, and checks what no grammar can say; made once,
/// used from many threads at once.
package struct DocumentJudge: Sendable {
  /// What is judged, and how.
  package struct Settings: Sendable {
    /// The schemas of the call, in place of those that documents name.
    package var schemas: [String] = []
    /// OASIS XML catalogs.
    package var catalogs: [String] = []
    /// Whether inclusions (XInclude) are followed.
    package var expandsInclusions = false
    /// What is checked beside the schemas.
    package var checks: Set<Check> = []
    /// What judges RELAX NG.
    package var engine = ValidationEngine.engross
    /// The documents of the call, into which pointers are followed.
    package var others: OtherDocuments?
    /// What words mean as a date.
    package var meaningOfDate: @Sendable (String) -> String? = { _ in nil }

    package init() {}
  }

  /// What came of a document.
  package struct Judgement: Sendable {
    package var diagnostics: [Diagnostic]
    /// The names of the schemas that judged it.
    package var schemas: [String]
    /// The document as UTF-8; empty when it can't be decoded.
    package var source: [UInt8]
  }

  private let selection: SchemaSelection
  private let settings: Settings
  private let catalog: Catalog

  /// Reads the call's catalogs and schemas.
  package init(_ settings: Settings) throws(SchemaError) {
    self.settings = settings
    catalog = try Catalog(settings.catalogs)
    selection = try SchemaSelection(
      addresses: settings.schemas,
      library: SchemaLibrary(catalog: catalog, engine: settings.engine))
  }

  /// Judges a document; `path` is where it stands, from where what it names is found.
  package func judge(_ bytes: [UInt8], path: String?) -> Judgement {
    let source: XMLSource
    do {
      source = try XMLSource(bytes)
    } catch {
      return Judgement(diagnostics: [error.diagnostic], schemas: [], source: [])
    }
    let choice = selection.choice(for: source.utf8, path: path)
    let schemas = choice.judges.map(\.name)
    guard settings.expandsInclusions else {
      let found = diagnostics(source, choice, path)
      return Judgement(diagnostics: found, schemas: schemas, source: source.utf8)
    }
    let (expanded, faults) = XInclude.expand(bytes, path: path, catalog: catalog)
    guard let expanded else {
      return Judgement(diagnostics: faults, schemas: schemas, source: source.utf8)
    }
    do {
      let found = expanded.located(diagnostics(try XMLSource(expanded.bytes), choice, path))
      return Judgement(diagnostics: found, schemas: schemas, source: source.utf8)
    } catch {
      return Judgement(diagnostics: [error.diagnostic], schemas: schemas, source: source.utf8)
    }
  }

  private func diagnostics(
    _ source: XMLSource, _ choice: SchemaSelection.Choice, _ path: String?
  ) -> [Diagnostic] {
    var found = choice.diagnostics
    let checks = DocumentChecks(
      checks: settings.checks, dates: DateCheck(meaning: settings.meaningOfDate))
    // A schema's reading of the document serves the checks too.
    var isTold = settings.checks.isEmpty && !choice.judges.isEmpty
    for judge in choice.judges {
      let listens = !isTold && judge.validator.tellsEvents
      isTold = isTold || listens
      let new = judge.validator.diagnostics(
        of: source, checksIdentifiers: settings.checks.contains(.ids),
        meaningOfDate: settings.meaningOfDate, beside: listens ? checks : nil)
      // Two schemas may say the same, as of what isn't well-formed.
      let known = Set(found)
      found += known.isEmpty ? new : new.filter { !known.contains($0) }
    }
    do throws(XMLFault) {
      if !isTold { try EventReader().read(source, to: checks) }
    } catch {
      if !found.contains(error.diagnostic) { found.append(error.diagnostic) }
    }
    found += warnings(checks, source, path, beside: found)
    return found.enumerated().sorted {
      ($0.element.position ?? .start, $0.offset) < ($1.element.position ?? .start, $1.offset)
    }.map(\.element)
  }

  /// What the checks found and no schema has found in the same place.
  private func warnings(
    _ checks: DocumentChecks, _ source: XMLSource, _ path: String?, beside found: [Diagnostic]
  ) -> [Diagnostic] {
    // What isn't well-formed wasn't read to its end.
    if settings.checks.isEmpty || found.contains(where: { $0.id.hasPrefix("xml.") }) { return [] }
    var findings = checks.findings + dangling(checks.outward, path)
    if found.contains(where: \.losesIdentifiers) {
      findings.removeAll { $0.kind == "dangling-pointer" }
    }
    if findings.isEmpty { return [] }
    let taken = Set(found.compactMap(\.position))
    return CheckReport(source.utf8).diagnostics(findings, except: taken)
  }

  private func dangling(_ pointers: [OutwardPointer], _ path: String?) -> [CheckFinding] {
    guard let others = settings.others else { return [] }
    return pointers.compactMap { pointer in
      let address = Address(pointer.address)
      if address.isRemote { return nil }
      guard others.has(pointer.fragment, in: address.path(from: path)) == false else { return nil }
      return CheckFinding(
        kind: "dangling-pointer",
        message: "\"\(pointer.fragment)\" is an xml:id that no element of "
          + "\"\(pointer.address)\" has",
        offset: pointer.offset, attribute: pointer.attribute, inset: pointer.inset)
    }
  }
}

extension Diagnostic {
  /// Whether it may be why a pointer has no target: an identifier is wrong, or elements are missing.
  fileprivate var losesIdentifiers: Bool {
    ["bad-id", "duplicate-id", "missing-element", "incomplete-content"].contains {
      id.hasSuffix($0)
    }
  }
}

extension Position {
  fileprivate static let start = Position(line: 1, column: 1)
}
