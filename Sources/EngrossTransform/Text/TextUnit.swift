/// What one record of text is about.
public enum TextUnit: String, Sendable, Hashable, CaseIterable {
  case document, division, paragraph
}

/// A part of a document's text, with what the header says.
public struct TextRecord: Sendable, Hashable {
  public var unit: TextUnit
  /// Its place among the records of its file, from 1.
  public var number: Int
  /// The element that it is: its name, `xml:id`, `@type` and `@n`.
  public var element: String
  public var id: String?
  public var type: String?
  public var n: String?
  public var header: HeaderFields
  /// The text, in UTF-8.
  public var text: [UInt8]
}

/// Where text goes as it comes to be.
package protocol TextSink: AnyObject {
  /// Takes the next bytes, and the runs that lie in them.
  func write(_ bytes: [UInt8], _ runs: [TextRun]) throws
  /// Takes the next record.
  func write(_ record: TextRecord) throws
  /// Takes the header of the document whose text comes next.
  func begin(_ header: HeaderFields) throws
}
