/// The datatype libraries that a schema may name (RELAX NG, 4.16; Guidelines for using W3C XML
/// Schema Datatypes with RELAX NG; RELAX NG DTD Compatibility, 5).
enum DatatypeLibrary: String, CaseIterable, Sendable {
  /// RELAX NG's own `string` and `token`.
  case builtIn = ""
  case xmlSchema = "http://www.w3.org/2001/XMLSchema-datatypes"
  /// `ID`, `IDREF` and `IDREFS` as a DTD has them.
  case compatibility = "http://relaxng.org/ns/compatibility/datatypes/1.0"

  /// The names of its types.
  var types: [BuiltInType] {
    switch self {
    case .builtIn: [.string, .token]
    case .xmlSchema: BuiltInType.allCases
    case .compatibility: [.id, .idReference, .idReferences]
    }
  }

  /// A parameter of a datatype, as a schema has it.
  struct Parameter: Sendable {
    let name: String
    let value: String
  }

  /// Why there's no such datatype.
  struct Fault: Error, Hashable {
    /// One sentence without a full stop.
    let message: String
    /// Which of the parameters is wrong; nil when the type itself is.
    var parameter: Int?
    /// The byte of the parameter's value where it is.
    var offset: Int?
  }

  /// The datatype of a name in a library, with its parameters.
  static func datatype(
    library uri: String, type name: String, parameters: [Parameter] = []
  ) throws(Fault) -> Datatype {
    guard let library = DatatypeLibrary(rawValue: uri) else {
      throw Fault(
        message: "the datatype library \"\(uri)\" isn't known; "
          + "there are \"\(xmlSchema.rawValue)\" and \"\(compatibility.rawValue)\"")
    }
    guard let type = BuiltInType(rawValue: name), library.types.contains(type) else {
      throw Fault(message: unknown(name, in: library))
    }
    var facets = Facets()
    var seen: Set<String> = []
    for (index, parameter) in parameters.enumerated() {
      if library != .xmlSchema {
        throw Fault(message: "\"\(name)\" takes no parameters", parameter: index)
      }
      if parameter.name != "pattern", !seen.insert(parameter.name).inserted {
        throw Fault(
          message: "the parameter \"\(parameter.name)\" is given twice", parameter: index)
      }
      do throws(Fault) {
        facets.add(try Facet(parameter, of: type))
      } catch {
        throw Fault(message: error.message, parameter: index, offset: error.offset)
      }
    }
    return Datatype(type: type, facets: facets)
  }

  private static func unknown(_ name: String, in library: DatatypeLibrary) -> String {
    let whose = library == .builtIn ? "RELAX NG's own library" : "\"\(library.rawValue)\""
    if library == .builtIn, BuiltInType(rawValue: name) != nil {
      return "\(whose) has no datatype \"\(name)\"; it is one of \"\(xmlSchema.rawValue)\""
    }
    let near = Spelling(words: library.types.map(\.rawValue)).nearest(to: name)
    return "\(whose) has no datatype \"\(name)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? "")
  }
}

extension Facet {
  /// Reads a parameter of a type.
  fileprivate init(
    _ parameter: DatatypeLibrary.Parameter, of type: BuiltInType
  ) throws(DatatypeLibrary.Fault) {
    let name = parameter.name
    switch name {
    case "pattern":
      do throws(RegularExpression.Fault) {
        self = .pattern(try RegularExpression(parameter.value))
      } catch {
        throw .init(
          message: "the pattern \"\(parameter.value)\" \(error.message)", offset: error.offset)
      }
    case "length" where type.hasLength: self = .length(try Self.count(parameter))
    case "minLength" where type.hasLength: self = .minLength(try Self.count(parameter))
    case "maxLength" where type.hasLength: self = .maxLength(try Self.count(parameter))
    case "totalDigits" where type.isDecimal:
      self = .totalDigits(try Self.count(parameter, least: 1))
    case "fractionDigits" where type.isDecimal: self = .fractionDigits(try Self.count(parameter))
    case "minInclusive" where type.isOrdered:
      self = .minInclusive(try Self.bound(parameter, type), written: parameter.value)
    case "maxInclusive" where type.isOrdered:
      self = .maxInclusive(try Self.bound(parameter, type), written: parameter.value)
    case "minExclusive" where type.isOrdered:
      self = .minExclusive(try Self.bound(parameter, type), written: parameter.value)
    case "maxExclusive" where type.isOrdered:
      self = .maxExclusive(try Self.bound(parameter, type), written: parameter.value)
    case "enumeration", "whiteSpace":
      throw .init(
        message: "RELAX NG has no parameter \"\(name)\""
          + (name == "enumeration" ? "; it is a choice of values" : ""))
    case _ where Facet.names.contains(name):
      throw .init(message: "the datatype \"\(type.rawValue)\" takes no parameter \"\(name)\"")
    default:
      let near = Spelling(words: Facet.names).nearest(to: name)
      throw .init(
        message: "there is no parameter \"\(name)\""
          + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
    }
  }

  private static func count(
    _ parameter: DatatypeLibrary.Parameter, least: Int = 0
  ) throws(DatatypeLibrary.Fault) -> Int {
    let utf8 = WhiteSpace.collapse.normalised(Array(parameter.value.utf8).span)
    guard DecimalNumber.isDecimal(utf8.span, integer: true),
      let count = Int(String(decoding: utf8, as: UTF8.self)), count >= least
    else {
      throw .init(
        message: "\"\(parameter.value)\" isn't a count that \"\(parameter.name)\" takes; "
          + "it takes a whole number from \(least) on")
    }
    return count
  }

  private static func bound(
    _ parameter: DatatypeLibrary.Parameter, _ type: BuiltInType
  ) throws(DatatypeLibrary.Fault) -> DatatypeValue {
    let datatype = Datatype(type: type, facets: Facets())
    let utf8 = Array(parameter.value.utf8)
    guard let value = datatype.value(of: utf8.span) else {
      throw .init(
        message: "\"\(parameter.value)\" isn't a bound that \"\(parameter.name)\" takes; "
          + "it takes a value of \"\(type.rawValue)\"")
    }
    return value
  }
}
