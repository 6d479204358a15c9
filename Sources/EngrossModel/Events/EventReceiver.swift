/// What hears a document as it's read, one event after another, without a tree.
///
/// Names come as numbers, each announced once before its first use, so that a receiver looks up what
/// a name means to it once a document and indexes an array afterwards.
package protocol EventReceiver: AnyObject {
  /// The document begins; the places are to be asked during an event only.
  func start(_ places: any EventPlaces)

  /// From now on a number stands for a name; numbers count up from 0.
  func name(_ number: Int, is name: Name)

  /// The element that opens next binds a prefix, "" for the default, to a namespace, "" for none.
  func bind(_ prefix: String, to namespace: String)

  /// An element opens; `offset` is that of its `<` in the document's UTF-8 form.
  func open(_ name: Int, _ attributes: borrowing EventAttributes, at offset: Int)

  /// A piece of text, entities and character references resolved; a text may come in several pieces,
  /// none of which divides a character.
  func text(_ bytes: Span<UInt8>, at offset: Int)

  /// The element opened last closes.
  func close(at offset: Int)

  /// A comment.
  func comment(_ bytes: Span<UInt8>, at offset: Int)

  /// A processing instruction.
  func instruction(_ target: String, _ bytes: Span<UInt8>, at offset: Int)
}

extension EventReceiver {
  /// Bindings are passed over: names come with their namespaces.
  package func bind(_ prefix: String, to namespace: String) {}
  /// Needs no places.
  package func start(_ places: any EventPlaces) {}
  /// Comments are passed over.
  package func comment(_ bytes: Span<UInt8>, at offset: Int) {}
  /// Processing instructions are passed over.
  package func instruction(_ target: String, _ bytes: Span<UInt8>, at offset: Int) {}
}
