import CLibXML2

extension xmlSAXHandler {
  /// libxml2's own handlers, with nothing that reads from a file or the network, and with entities
  /// and errors going through the session.
  ///
  /// All of it belongs to one context: no global state of libxml2 changes.
  mutating func guardEntitiesAndErrors() {
    resolveEntity = { context, publicID, systemID in
      if let (_, session) = ParseSession.of(context) {
        session.fail("xml.external-entity", "external entities aren't read")
      }
      return nil
    }
    externalSubset = nil
    getEntity = { context, name in
      guard let name, let (context, session) = ParseSession.of(context) else { return nil }
      return session.admit(xmlSAX2GetEntity(context, name), name, in: context)
    }
    getParameterEntity = { context, name in
      guard let name, let (context, session) = ParseSession.of(context) else { return nil }
      return session.admit(xmlSAX2GetParameterEntity(context, name), name, in: context)
    }
    serror = { context, error in
      guard let error, let (context, session) = ParseSession.of(context) else { return }
      session.report(error.pointee, from: context)
    }
    warning = nil
    error = nil
    fatalError = nil
  }
}
