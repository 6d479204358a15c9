import Glibc
import Synchronization

/// Ctrl-C and its like, asked for between files, so that what was begun is ended.
struct Interruption: ~Copyable {
  /// The last signal that came; a handler of the system's can leave it nowhere but in a global.
  private static let received = Atomic<Int32>(0)
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// From now on signals wait to be asked for.
  init() {
    // Made now, as a handler mustn't.
    Self.received.store(0, ordering: .relaxed)
    for signal in Self.signals where !Self.isIgnored(signal) {
      Glibc.signal(signal) { Interruption.received.store($0, ordering: .relaxed) }
    }
  }

  deinit {
    for signal in Self.signals where !Self.isIgnored(signal) { Glibc.signal(signal, SIG_DFL) }
  }

  /// The signal that came, if one did.
  var signal: Int32? {
    let signal = Self.received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }

  /// Ends the process by a signal, so that the shell knows why.
  consuming func end(by signal: Int32) {
    Glibc.signal(signal, SIG_DFL)
    raise(signal)
  }

  /// Whether the caller wants a signal to do nothing, as `nohup` does.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    // Safe: SIG_IGN is a number in a pointer's clothes.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
