/// Where the event stands that is being told: asked by a receiver while it hears one.
package protocol EventPlaces: AnyObject {
  /// The position of an offset that isn't before the last one asked for.
  func position(at offset: Int) -> Position

  /// The offset of what follows the event; for a text, its end.
  var end: Int { get }

  /// The bytes of the start tag being told, from its `<` up to its `>` or `/>`.
  var startTag: [UInt8] { get }
}
