import CFacts

/// One file of `Facts/`: its rows, each a list of fields.
package struct FactTable {
  package let rows: [[String]]

  /// Reads a file that is compiled into the binary.
  package init(named name: String) {
    var index = 0
    while true {
      let file = engross_facts(index)
      guard let fileName = file.name else { preconditionFailure("no facts named \(name)") }
      if String(cString: fileName) == name {
        // Safe: the bytes are constants of the binary.
        rows = Self.rows(UnsafeBufferPointer(start: file.bytes, count: file.count))
        return
      }
      index += 1
    }
  }

  private static func rows(_ bytes: UnsafeBufferPointer<UInt8>) -> [[String]] {
    bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map {
      $0.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
