import Testing

@testable import EngrossModel

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4's validation system (NIST, "SHA256 examples") and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `a message has the digest that the standard gives`(message: String, digest: String) {
    #expect(SHA256.digest(of: Array(message.utf8)).text == digest)
  }

  @Test func `a million letters a`() {
    let bytes = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(
      SHA256.digest(of: bytes).text
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `pieces of any length give the digest of the whole`() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let whole = SHA256.digest(of: bytes)
    for size in [1, 3, 55, 56, 63, 64, 65, 119, 120, 128, 200] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.add(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(hash.digest() == whole, "in pieces of \(size)")
    }
  }

  @Test func `blocks give the same state with the processor's instructions and without`() {
    let bytes = (0..<640).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 3) }
    for blocks in [1, 2, 10] {
      var portable: [UInt32] = (0..<8).map { 0x1234_5678 &* UInt32($0 + 1) }
      var other = portable
      bytes[..<(blocks * 64)].withUnsafeBytes { SHA256.compressPortably($0, into: &portable) }
      _ = bytes[..<(blocks * 64)].withUnsafeBytes { SHA256.compress($0, into: &other) }
      #expect(portable == other)
    }
  }

  @Test func `a digest is read as it's written, and nothing else is`() {
    let digest = SHA256.digest(of: [1, 2, 3])
    #expect(Digest(Array(digest.text.utf8)) == digest)
    #expect(Digest(Array(digest.text.utf8.dropLast())) == nil)
    #expect(Digest(Array(digest.text.uppercased().utf8)) == nil)
  }
}
