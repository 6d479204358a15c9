/// A datatype with its parameters, ready to judge values; shared by any number of threads.
struct Datatype: Sendable {
  let type: BuiltInType
  let facets: Facets

  /// Whether a string is a value of the type.
  func admits(_ string: Span<UInt8>, in context: some ValueContext = NoContext()) -> Bool {
    if type.whiteSpace.leaves(string) { return admits(normalised: string, in: context) }
    let normalised = type.whiteSpace.normalised(string)
    return admits(normalised: normalised.span, in: context)
  }

  private func admits(normalised literal: Span<UInt8>, in context: some ValueContext) -> Bool {
    type.admits(literal, in: context) && (facets.isEmpty || facets.fault(literal, type) == nil)
  }

  /// The facet that keeps a string from being a value; nil when none does, so that it's a value or
  /// not even in the type's own lexical space.
  func facetFault(_ string: Span<UInt8>, in context: some ValueContext = NoContext()) -> Facet? {
    let normalised = type.whiteSpace.normalised(string)
    guard type.admits(normalised.span, in: context) else { return nil }
    return facets.fault(normalised.span, type)
  }

  /// The value that a string stands for; nil when it's none of the type.
  func value(
    of string: Span<UInt8>, in context: some ValueContext = NoContext()
  ) -> DatatypeValue? {
    let normalised = type.whiteSpace.normalised(string)
    return type.value(normalised.span, in: context)
  }

  /// What a value does beyond being one: name an element, or refer to one that is named.
  var identifying: Identifying? {
    switch type {
    case .id: .id
    case .idReference: .reference
    case .idReferences: .references
    default: nil
    }
  }

  /// The part that a value plays among a document's identifiers (RELAX NG DTD Compatibility, 5).
  enum Identifying { case id, reference, references }
}
