import CLibXML2
import EngrossModel

/// Finds the number of a name by the addresses of its parts.
///
/// libxml2 keeps one copy of each name in a context's dictionary, so equal names have equal
/// addresses for as long as the context lives, which is longer than this table.
struct NameTable {
  private struct Entry {
    var local: UInt
    var namespace: UInt
    var prefix: UInt
    var number: UInt32
  }

  private static let empty = Entry(local: 0, namespace: 0, prefix: 0, number: 0)
  private var entries: [Entry] = Array(repeating: empty, count: 256)
  private var count = 0

  /// The number of a name; `make` numbers one that wasn't met before.
  mutating func number(
    _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ prefix: UnsafePointer<xmlChar>?, make: (Name) -> UInt32
  ) -> UInt32 {
    let key = (UInt(bitPattern: local), UInt(bitPattern: namespace), UInt(bitPattern: prefix))
    var slot = Self.slot(of: key.0, in: entries.count)
    while entries[slot].local != 0 {
      let entry = entries[slot]
      if entry.local == key.0 && entry.namespace == key.1 && entry.prefix == key.2 {
        return entry.number
      }
      slot = (slot + 1) & (entries.count - 1)
    }
    let number = make(
      Name(
        namespace: namespace.map(String.init(xml:)) ?? "", local: String(xml: local),
        prefix: prefix.map(String.init(xml:)) ?? ""))
    entries[slot] = Entry(local: key.0, namespace: key.1, prefix: key.2, number: number)
    count += 1
    if count * 2 > entries.count { grow() }
    return number
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: Self.empty, count: old.count * 2)
    for entry in old where entry.local != 0 {
      var slot = Self.slot(of: entry.local, in: entries.count)
      while entries[slot].local != 0 { slot = (slot + 1) & (entries.count - 1) }
      entries[slot] = entry
    }
  }

  /// Multiplies by the golden ratio, as addresses differ mostly in their middle bits.
  private static func slot(of address: UInt, in count: Int) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 40) & (count - 1)
  }
}

extension String {
  /// Copies a string of libxml2, which is UTF-8 and ends with a NUL.
  package init(xml pointer: UnsafePointer<xmlChar>) {
    // Safe: decodes up to the NUL and keeps a copy.
    self.init(decodingCString: pointer, as: UTF8.self)
  }
}
