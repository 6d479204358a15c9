import CLibXML2
import EngrossXML

/// An error as libxml2 reported it, copied out of libxml2's memory.
struct Complaint {
  var code: UInt32
  var text: String
  var line: Int
  /// The element it concerns, while the document lives.
  var node: xmlNodePtr?
  /// The byte offset of the start tag it concerns; nil when there's no node.
  var offset: Int?
  var element = ""
  var namespace = ""
  var parent: (name: String, offset: Int)?
  /// For Schematron the pattern and the assertion's text.
  var strings: [String]

  init(_ error: xmlError) {
    code = UInt32(bitPattern: error.code)
    // Safe: NUL-terminated strings that live until the callback returns; copied here.
    text = error.message.map { String(cString: $0) } ?? ""
    strings = [error.str1, error.str2, error.str3].map { $0.map { String(cString: $0) } ?? "" }
    line = Int(error.line)
    // Safe: libxml2 passes a node of the document that is being validated, which is alive.
    var node = error.node?.assumingMemoryBound(to: xmlNode.self)
    while let current = node, current.pointee.type != XML_ELEMENT_NODE {
      node = current.pointee.parent
    }
    guard let node else { return }
    self.node = node
    offset = LibXMLDocument.offset(of: node)
    element = String(xml: node.pointee.name)
    namespace = node.pointee.ns?.pointee.href.map { String(xml: $0) } ?? ""
    if let above = node.pointee.parent, above.pointee.type == XML_ELEMENT_NODE {
      parent = (String(xml: above.pointee.name), LibXMLDocument.offset(of: above) ?? 0)
    }
  }
}

/// Collects what libxml2 reports during one call.
final class Complaints {
  private(set) var all: [Complaint] = []

  /// Runs a call with this thread's errors collected, whichever handlers libxml2 asks for.
  ///
  /// libxml2 keeps `xmlStructuredError` a thread each. Schematron's compiler and XPath know no other
  /// place to report to, and would write to standard error.
  func collect<Result>(_ call: () -> Result) -> Result {
    withExtendedLifetime(self) {
      LibXML.reporting(to: Self.handler, pointer, during: call)
    }
  }

  /// What libxml2 passes back to the handler; unretained, as `collect` keeps it alive.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let handler: xmlStructuredErrorFunc = { context, error in
    guard let context, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue
    else { return }
    // Safe: `context` is `pointer` above, and lives through the call that reports.
    let complaints = Unmanaged<Complaints>.fromOpaque(context).takeUnretainedValue()
    // A document that is wrong all over isn't helped by more.
    if complaints.all.count < 10_000 { complaints.all.append(Complaint(error.pointee)) }
  }
}
