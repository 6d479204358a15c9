/// A variable on the heap that is accessed without Swift's run-time check for exclusive access.
///
/// A parse calls back a million times a second, and the checks of a class's properties took a
/// seventh of its time.
struct Cell<Value: ~Copyable>: ~Copyable {
  private let pointer: UnsafeMutablePointer<Value>

  init(_ value: consuming Value) {
    pointer = .allocate(capacity: 1)
    pointer.initialize(to: value)
  }

  deinit {
    pointer.deinitialize(count: 1)
    pointer.deallocate()
  }

  /// Safe: the pointer is initialised for as long as the cell lives, one thread runs a parse, and no
  /// callback of libxml2 calls another while it has the value.
  var value: Value {
    _read { yield pointer.pointee }
    nonmutating _modify { yield &pointer.pointee }
  }
}
