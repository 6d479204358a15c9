import CLibXML2

extension ParseSession {
  /// Books a reference to an entity; nil when it may not be followed.
  func admit(_ entity: xmlEntityPtr?, _ name: UnsafePointer<xmlChar>, in context: ParserContext)
    -> xmlEntityPtr?
  {
    if fault != nil { return nil }
    guard let entity else {
      if context.pointee.inSubset == 0 {
        fail(
          "xml.undeclared-entity",
          "the entity \"\(String(xml: name))\" isn't declared; XML itself knows amp, lt, gt, quot and apos",
          at: referenceOffset)
      }
      return nil
    }
    switch entity.pointee.etype {
    case XML_EXTERNAL_GENERAL_PARSED_ENTITY, XML_EXTERNAL_PARAMETER_ENTITY:
      fail(
        "xml.external-entity",
        "the entity \"\(String(xml: name))\" stands for another file; external entities aren't read",
        at: referenceOffset)
      return nil
    case XML_INTERNAL_PARAMETER_ENTITY:
      if ledger.spend(Int(entity.pointee.length)) == .allowed { return entity }
      failExpansion()
      return nil
    default:
      switch ledger.reference(to: entity, in: context) {
      case .allowed: return entity
      case .tooMuch: failExpansion()
      case .loop:
        fail(
          "xml.entity-loop",
          "the entity \"\(String(xml: name))\" refers to itself, or entities refer to one another more than \(limits.entityDepth) deep",
          at: referenceOffset)
      }
      return nil
    }
  }

  func failExpansion(at offset: Int? = nil) {
    fail(
      "xml.entity-expansion",
      "the entities of this document expand to more than \(limits.expansion) bytes; no more are read",
      at: offset ?? referenceOffset)
  }
}
