import Testing

@testable import EngrossValidate

@Suite struct AddressTests {
  @Test(arguments: [
    ("a.rng", "b.rng", "b.rng"), ("x/a.xml", "b.rng", "x/b.rng"), ("x/a.xml", "../b.rng", "b.rng"),
    ("x/a.xml", "/b.rng", "/b.rng"), ("x/a.xml", "file:///tmp/b%20c.rng", "/tmp/b c.rng"),
    ("x/a.xml", "./b%.rng", "x/b%.rng"), ("../a.xml", "../b.rng", "../../b.rng"),
  ])
  func `a relative address is seen from its file`(file: String, address: String, path: String) {
    #expect(Address.normal(Address(address).path(from: file)) == path)
  }

  @Test func `only a scheme that isn't file is remote`() {
    #expect(Address("https://example.org/a").isRemote)
    #expect(Address("urn:a:b").isRemote)
    #expect(!Address("file:///a").isRemote)
    #expect(!Address("c:/a").isRemote)
    #expect(!Address("a/b:c").isRemote)
    #expect(!Address("a.rng").isRemote)
  }
}
