import EngrossModel

/// Why bytes can't be read as an XML document: its id starts with `xml.`.
package struct XMLFault: Error, Sendable, Hashable {
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
