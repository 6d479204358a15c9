/// The attributes of an element that opens, namespace declarations not among them; they live until
/// the receiver returns.
package struct EventAttributes: ~Copyable {
  private var names: [Int] = []
  private var ends: [Int] = []
  /// The values of all, one behind the other.
  package private(set) var values: [UInt8] = []

  package init() {}

  /// How many there are.
  package var count: Int { names.count }

  /// The number of an attribute's name.
  package func name(_ index: Int) -> Int { names[index] }

  /// Where an attribute's value stands in `values`; normalised by XML 1.0, section 3.3.3.
  package func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// An attribute's value.
  package func value(_ index: Int) -> String {
    String(decoding: values[range(index)], as: UTF8.self)
  }

  /// The value of the attribute whose name has a number; nil where there's none.
  package func value(named name: Int) -> String? {
    for index in names.indices where names[index] == name { return value(index) }
    return nil
  }

  /// Takes out all, for the next element.
  package mutating func removeAll() {
    if names.isEmpty { return }
    names.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Adds one.
  package mutating func append(_ name: Int, _ value: Span<UInt8>) {
    names.append(name)
    // Safe: the span lives through the call.
    value.withUnsafeBufferPointer { values.append(contentsOf: $0) }
    ends.append(values.count)
  }
}
