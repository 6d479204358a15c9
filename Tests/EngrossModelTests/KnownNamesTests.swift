import EngrossModel
import Testing

struct KnownNamesTests {
  @Test("A line has a name, a kind and maybe an address")
  func lines() throws {
    var names = KnownNames()
    try names.add(
      tsv: Array("# names\n\nQuorn Deep\tplace\r\nOla Lund\tperson\thttps://a.example/9\n".utf8))
    #expect(names.entries.map(\.name) == ["Quorn Deep", "Ola Lund"])
    #expect(names.entries.map(\.kind) == [.place, .person])
    #expect(names.entries.map(\.reference) == [nil, "https://a.example/9"])
  }

  @Test(
    "What is wrong is told by line and column",
    arguments: [
      ("Quorn Deep", 1, 1), ("# a\nQuorn Deep\tlake", 2, 12), ("Ålund\tplace\tno", 1, 13),
      ("Ola\tperson\thttps://a.example/ 9", 1, 12), ("Ola\tperson\t\tmore", 1, 13),
      ("17\tplace", 1, 1),
    ])
  func faults(text: String, line: Int, column: Int) {
    var names = KnownNames()
    let fault = #expect(throws: KnownNames.Fault.self) { try names.add(tsv: Array(text.utf8)) }
    #expect(fault?.line == line)
    #expect(fault?.column == column)
  }
}
