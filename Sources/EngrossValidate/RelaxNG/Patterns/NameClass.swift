import EngrossModel

/// Names that an element or an attribute may have (RELAX NG specification, section 6.1).
indirect enum NameClass: Hashable, Sendable {
  case name(Name)
  case choice([NameClass])
  case namespace(String, except: NameClass?)
  case any(except: NameClass?)

  func contains(_ name: Name) -> Bool {
    switch self {
    case .name(let own): own == name
    case .choice(let parts): parts.contains { $0.contains(name) }
    case .namespace(let own, let except):
      own == name.namespace && !(except?.contains(name) ?? false)
    case .any(let except): !(except?.contains(name) ?? false)
    }
  }

  /// Whether it has names without end.
  var isOpen: Bool {
    switch self {
    case .name: false
    case .choice(let parts): parts.contains(where: \.isOpen)
    case .namespace, .any: true
    }
  }

  /// The single names, what is left out not among them.
  var names: [Name] {
    switch self {
    case .name(let name): [name]
    case .choice(let parts): parts.flatMap(\.names)
    case .namespace, .any: []
    }
  }

  /// All names and namespaces that it speaks of.
  func mention(_ take: (Name?, String) -> Void) {
    switch self {
    case .name(let name): take(name, name.namespace)
    case .choice(let parts): for part in parts { part.mention(take) }
    case .namespace(let namespace, let except):
      take(nil, namespace)
      except?.mention(take)
    case .any(let except): except?.mention(take)
    }
  }
}

/// Numbers for names: names that no name class tells apart have one number, so that what is
/// remembered of names doesn't grow with the documents.
struct NameSymbols: Sendable {
  private var numbers: [Name: UInt32] = [:]
  private var namespaces: [String: UInt32] = [:]
  /// A name for each number; one that no document can have where it stands for many.
  private(set) var names: ContiguousArray<Name> = [other(in: "\u{0}")]

  private static func other(in namespace: String) -> Name {
    Name(namespace: namespace, local: "\u{0}")
  }

  /// Learns what a name class speaks of.
  mutating func learn(_ nameClass: NameClass) {
    nameClass.mention { name, namespace in
      if let name {
        if numbers[name] == nil {
          numbers[name] = UInt32(names.count)
          names.append(name)
        }
      } else if namespaces[namespace] == nil {
        namespaces[namespace] = UInt32(names.count)
        names.append(Self.other(in: namespace))
      }
    }
  }

  /// The number of a name, which many names may share.
  func number(of name: Name) -> UInt32 {
    numbers[name] ?? namespaces[name.namespace] ?? 0
  }
}

/// A name class with the number of its only name, where it has but one.
struct NumberedNameClass: Sendable {
  let names: NameClass
  let single: UInt32?

  init(_ names: NameClass, _ symbols: NameSymbols) {
    self.names = names
    if case .name(let name) = names { single = symbols.number(of: name) } else { single = nil }
  }

  @inline(__always)
  func contains(_ number: UInt32, _ symbols: NameSymbols) -> Bool {
    if let single { return single == number }
    return names.contains(symbols.names[Int(number)])
  }
}
