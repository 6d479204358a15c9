import EngrossModel

/// Elements whose namespace is wrong (Namespaces in XML 1.0; TEI Guidelines, USE, Namespaces).
extension Messages {
  /// Whether an element isn't the schema's by its namespace alone: the schema has its name in
  /// another one, or nothing at all in its own.
  func isForeign(_ name: Name) -> Bool {
    if index.elements.isEmpty || index.defines(element: name) { return false }
    return index.locals.contains(name.local) || !index.namespaces.contains(name.namespace)
  }

  func wrongNamespace(_ fault: Fault, _ name: Name) -> Finding {
    let right = self.right(for: name, fault)
    var finding = finding(fault, "wrong-namespace", sentence(fault, name, right: right))
    finding.expected = [right]
    return finding
  }

  private func sentence(_ fault: Fault, _ name: Name, right: String) -> String {
    let it = "\"\(name.qualified)\""
    let owners = isTEI ? "TEI's" : "the schema's"
    if right.isEmpty {
      return "\(it) is in the namespace \"\(name.namespace)\"; \(owners) elements are in none"
    }
    if !name.namespace.isEmpty {
      return "\(it) is in the namespace \"\(name.namespace)\"; \(owners) is \"\(right)\""
    }
    if let holder = fault.holder, holder.namespace == right {
      let tag = StartTag(in: source, at: fault.offset)
      if let declaration = tag.attribute("xmlns"), declaration.value.isEmpty {
        return "\(it) is in no namespace; without its xmlns=\"\" it's in \(owners)"
      }
      if !holder.prefix.isEmpty {
        return
          "\(it) is in no namespace; as \"\(holder.prefix):\(name.local)\" it's in \(owners)"
      }
    }
    return "\(it) is in no namespace; xmlns=\"\(right)\" puts it into \(owners)"
  }

  /// The namespace that was probably meant.
  private func right(for name: Name, _ fault: Fault) -> String {
    let same =
      fault.expected.elements.first { $0.local == name.local }
      ?? index.elements.first { $0.local == name.local }
    return same?.namespace ?? fault.holder?.namespace ?? index.elements.first?.namespace ?? ""
  }
}
