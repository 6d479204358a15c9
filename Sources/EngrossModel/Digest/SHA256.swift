import CSHA256

/// The hash function SHA-256 (FIPS 180-4), fed piece by piece.
///
/// Where the processor has instructions for it, they take in the blocks, eight times as fast.
/// It's ours because FoundationEssentials has none, and one file is less than a library.
package struct SHA256 {
  private var state: [UInt32] = [
    0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
    0x5BE0_CD19,
  ]
  private var rest: [UInt8] = []
  private var count: UInt64 = 0

  package init() {}

  /// The hash of bytes.
  package static func digest(of bytes: some Collection<UInt8>) -> Digest {
    var hash = SHA256()
    hash.add(bytes)
    return hash.digest()
  }

  /// Adds bytes to what is hashed.
  package mutating func add(_ bytes: some Collection<UInt8>) {
    count += UInt64(bytes.count)
    if !rest.isEmpty {
      let missing = 64 - rest.count
      rest += bytes.prefix(missing)
      if rest.count < 64 { return }
      let block = rest
      rest = []
      _ = block.withUnsafeBytes { Self.compress($0, into: &state) }
      return add(rest: bytes.dropFirst(missing))
    }
    add(rest: bytes)
  }

  private mutating func add(rest bytes: some Collection<UInt8>) {
    let done = bytes.withContiguousStorageIfAvailable { buffer in
      Self.compress(UnsafeRawBufferPointer(buffer), into: &state)
    }
    if let done {
      rest = Array(bytes.dropFirst(done))
    } else {
      let copy = Array(bytes)
      let done = copy.withUnsafeBytes { Self.compress($0, into: &state) }
      rest = Array(copy[done...])
    }
  }

  /// The hash of all that was added.
  package consuming func digest() -> Digest {
    let bits = count << 3
    var padding: [UInt8] = [0x80]
    padding += [UInt8](repeating: 0, count: (119 - Int(count & 63)) & 63)
    padding += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    add(padding)
    return Digest(words: SIMD8(state))
  }

  /// Takes in all whole blocks; gives how many bytes they were.
  static func compress(
    _ bytes: UnsafeRawBufferPointer, into state: inout [UInt32]
  ) -> Int {
    let blocks = bytes.count / 64
    guard blocks > 0, let start = bytes.bindMemory(to: UInt8.self).baseAddress else { return 0 }
    // Safe: the pointers don't leave the call, which reads `blocks` × 64 bytes and 64 constants and
    // writes 8 words.
    if !engross_sha256_compress(&state, start, blocks, constants) {
      compressPortably(bytes, into: &state)
    }
    return blocks * 64
  }

  /// Takes in all whole blocks without the processor's own instructions.
  static func compressPortably(_ bytes: UnsafeRawBufferPointer, into state: inout [UInt32]) {
    let blocks = bytes.count / 64
    // Safe: all indices are below the fixed sizes 8, 64 and 64 × `blocks`; checked accesses take
    // four times as long, and hashing is all that a resumed run does.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      state.withUnsafeMutableBufferPointer { state in
        constants.withUnsafeBufferPointer { constants in
          for block in 0..<blocks {
            round(
              bytes.baseAddress! + block * 64, words.baseAddress!, constants.baseAddress!, state)
          }
        }
      }
    }
  }

  @inline(__always)
  private static func round(
    _ block: UnsafeRawPointer, _ words: UnsafeMutablePointer<UInt32>,
    _ constants: UnsafePointer<UInt32>, _ state: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      words[index] = UInt32(
        bigEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let first = rotated(early, 7) ^ rotated(early, 18) ^ early &>> 3
      let second = rotated(late, 17) ^ rotated(late, 19) ^ late &>> 10
      words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    // Eight steps in a row, so that no variable has to move to the next one's place.
    for index in stride(from: 0, to: 64, by: 8) {
      let (keys, input) = (constants + index, words + index)
      step(a, b, c, &d, e, f, g, &h, keys[0] &+ input[0])
      step(h, a, b, &c, d, e, f, &g, keys[1] &+ input[1])
      step(g, h, a, &b, c, d, e, &f, keys[2] &+ input[2])
      step(f, g, h, &a, b, c, d, &e, keys[3] &+ input[3])
      step(e, f, g, &h, a, b, c, &d, keys[4] &+ input[4])
      step(d, e, f, &g, h, a, b, &c, keys[5] &+ input[5])
      step(c, d, e, &f, g, h, a, &b, keys[6] &+ input[6])
      step(b, c, d, &e, f, g, h, &a, keys[7] &+ input[7])
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ input: UInt32
  ) {
    let mix = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let first = h &+ mix &+ (g ^ (e & (f ^ g))) &+ input
    d &+= first
    h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
