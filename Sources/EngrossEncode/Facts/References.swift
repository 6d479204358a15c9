import EngrossModel

/// The addresses that a gazetteer gives for names, by the name in capitals and its kind.
struct References: Sendable {
  private var addresses: [KnownNames.Kind: [String: String]] = [:]

  init(_ names: KnownNames) {
    for entry in names.entries {
      guard let reference = entry.reference else { continue }
      addresses[entry.kind, default: [:]][entry.name.uppercased()] = reference
    }
  }

  func address(of name: @autoclosure () -> String, _ kind: KnownNames.Kind) -> String? {
    if addresses.isEmpty { return nil }
    return addresses[kind]?[name().uppercased()]
  }
}
