import CLibXML2

/// libxml2 as a whole.
package enum LibXML {
  private static let started: Void = xmlInitParser()

  /// The version that runs, which needn't be the one of the headers: `2.9.14`.
  package static var version: String {
    // Safe: a constant of libxml2, such as "20914" or "20914-GITv2.9.14".
    let digits = String(cString: __xmlParserVersion().pointee!).prefix { $0.isNumber }
    let number = Int(digits) ?? 0
    return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
  }

  /// Makes libxml2 ready; Swift runs a static's initialiser once, whatever threads ask for it.
  package static func start() { started }

  /// Runs a call during which libxml2 has nothing to say on this thread.
  ///
  /// Some of its parts report to no context and would write to standard error. Its handlers of last
  /// resort are kept a thread each, so that no other thread notices.
  static func silently<Result>(_ call: () -> Result) -> Result {
    reporting(to: { _, _ in }, nil, during: call)
  }

  /// Runs a call with this thread's errors given to a handler.
  package static func reporting<Result>(
    to handler: @escaping xmlStructuredErrorFunc, _ context: UnsafeMutableRawPointer?,
    during call: () -> Result
  ) -> Result {
    start()
    // Safe: both point to this thread's own settings.
    let outerHandler = __xmlStructuredError().pointee
    let outerContext = __xmlStructuredErrorContext().pointee
    xmlSetStructuredErrorFunc(context, handler)
    defer { xmlSetStructuredErrorFunc(outerContext, outerHandler) }
    return call()
  }
}
