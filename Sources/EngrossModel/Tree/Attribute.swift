/// An attribute: its name's number in the document, and the range of its value in `storage`.
package struct Attribute: Sendable {
  package var name: UInt32
  package var start: UInt32
  package var end: UInt32

  package init(name: UInt32, start: UInt32, end: UInt32) {
    self.name = name
    self.start = start
    self.end = end
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
}
