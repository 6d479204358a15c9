/// SHA-256 (FIPS 180-4), by which a page says which script and style are its own.
package enum SHA256 {
  /// The digest as a source of a content security policy: `sha256-` and Base64.
  package static func source(of bytes: [UInt8]) -> String { "sha256-" + base64(digest(of: bytes)) }

  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var message = bytes + [0x80]
    while message.count % 64 != 56 { message.append(0) }
    let length = UInt64(bytes.count) * 8
    message += (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) }
    var state = initial
    var schedule = [UInt32](repeating: 0, count: 64)
    for block in stride(from: 0, to: message.count, by: 64) {
      for word in 0..<16 {
        let bytes = message[(block + word * 4)..<(block + word * 4 + 4)]
        schedule[word] = bytes.reduce(0) { $0 << 8 | UInt32($1) }
      }
      for word in 16..<64 {
        let (old, late) = (schedule[word - 15], schedule[word - 2])
        let first = turned(old, 7) ^ turned(old, 18) ^ old >> 3
        let second = turned(late, 17) ^ turned(late, 19) ^ late >> 10
        schedule[word] = schedule[word - 16] &+ first &+ schedule[word - 7] &+ second
      }
      var turn = state
      for round in 0..<64 {
        let (a, e) = (turn[0], turn[4])
        let one =
          turn[7] &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ (e & turn[5] ^ ~e & turn[6])
          &+ constants[round] &+ schedule[round]
        let two =
          (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22))
          &+ (a & turn[1] ^ a & turn[2] ^ turn[1] & turn[2])
        turn = [one &+ two, a, turn[1], turn[2], turn[3] &+ one, e, turn[5], turn[6]]
      }
      for index in state.indices { state[index] &+= turn[index] }
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
    var text = String.UnicodeScalarView()
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0..<4 {
        text.append(digit <= group.count ? digits[value >> (18 - 6 * digit) & 63] : "=")
      }
    }
    return String(text)
  }

  /// The first 32 bits of the fractional parts of the square roots of the first 8 primes.
  private static let initial = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
  /// The same of the cube roots of the first 64.
  private static let constants = primes.map { fraction(cubeRoot(Double($0))) }

  private static let primes: [Int] = (2...311).filter { number in
    !(2..<number).contains { number % $0 == 0 }
  }

  private static func fraction(_ root: Double) -> UInt32 {
    UInt32((root - root.rounded(.down)) * 4_294_967_296)
  }

  /// By Newton's steps, exact to the bits that count.
  private static func cubeRoot(_ number: Double) -> Double {
    var root = number / 3 + 1
    for _ in 0..<60 { root -= (root * root * root - number) / (3 * root * root) }
    return root
  }
}
