/// Tells two receivers the same document, one event at a time.
package final class EventFork: EventReceiver {
  private let first: any EventReceiver
  private let second: any EventReceiver

  package init(_ first: any EventReceiver, _ second: any EventReceiver) {
    self.first = first
    self.second = second
  }

  package func start(_ places: any EventPlaces) {
    first.start(places)
    second.start(places)
  }

  package func name(_ number: Int, is name: Name) {
    first.name(number, is: name)
    second.name(number, is: name)
  }

  package func bind(_ prefix: String, to namespace: String) {
    first.bind(prefix, to: namespace)
    second.bind(prefix, to: namespace)
  }

  package func open(_ name: Int, _ attributes: borrowing EventAttributes, at offset: Int) {
    first.open(name, attributes, at: offset)
    second.open(name, attributes, at: offset)
  }

  package func text(_ bytes: Span<UInt8>, at offset: Int) {
    first.text(bytes, at: offset)
    second.text(bytes, at: offset)
  }

  package func close(at offset: Int) {
    first.close(at: offset)
    second.close(at: offset)
  }

  package func comment(_ bytes: Span<UInt8>, at offset: Int) {
    first.comment(bytes, at: offset)
    second.comment(bytes, at: offset)
  }

  package func instruction(_ target: String, _ bytes: Span<UInt8>, at offset: Int) {
    first.instruction(target, bytes, at: offset)
    second.instruction(target, bytes, at: offset)
  }
}
