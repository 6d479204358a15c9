import Testing

@testable import EngrossCommand

@Suite struct JSONObjectTests {
  @Test(arguments: [
    "{}", " { } ", #"{"a":1}"#, #"{"a":[],"b":{},"c":[{},[1,-0.5e+7]]}"#,
    #"{"a":"\u00e9\n\"","b":null}"#,
    #"{"a":true,"b":false,"c":{"d":[{"e":"f"}]}}"#, "{\"a\":1}\r",
  ])
  func `an object is taken`(text: String) throws {
    _ = try JSONObject(Array(text.utf8))
  }

  @Test(arguments: [
    "", "[]", "1", "{", "}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{a:1}"#, #"{"a":01}"#,
    #"{"a":+1}"#,
    #"{"a":.5}"#, #"{"a":1.}"#, #"{"a":1e}"#, #"{"a":"\x"}"#, #"{"a":"\u12g4"}"#, #"{"a":"\u12"#,
    #"{"a":"b}"#, "{\"a\":\"\t\"}", #"{"a":[1}"#, #"{"a":{"b":1]}"#, #"{"a":1}x"#, #"{"a":1}{}"#,
    #"{"a":tru}"#, #"{"a":1,"a":2}"#, #"{"a":[1,]}"#, #"{"a":{"b"}}"#, #"{"a":nulls}"#,
    "{\"a\":\"\\",
  ])
  func `what isn't an object of JSON is refused`(text: String) {
    #expect(throws: JSONFault.self) { try JSONObject(Array(text.utf8)) }
  }

  @Test func `bytes that aren't UTF-8 are refused`() {
    #expect(throws: JSONFault.self) {
      try JSONObject(Array("{\"a\":\"".utf8) + [0xE9] + Array("\"}".utf8))
    }
  }

  @Test func `brackets may be deep, but need no stack`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array(
        ("{\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
          + "}").utf8)
    }
    _ = try JSONObject(nested(500))
    #expect(throws: JSONFault.self) { try JSONObject(nested(100_000)) }
  }

  @Test func `values are found by their keys`() throws {
    let object = try JSONObject(
      Array(#"{"id" : "\u0041\ud83d\ude00\/" , "n":[1, 2],"k\u0065y":17}"#.utf8))
    #expect(object.string("id") == Array("A😀/".utf8))
    #expect(object.value("n").map { String(decoding: $0, as: UTF8.self) } == "[1, 2]")
    #expect(object.number("key") == 17)
    #expect(object.string("n") == nil)
    #expect(object.value("none") == nil)
  }

  @Test(arguments: ["", "plain", "\"\\/\u{8}\u{c}\n\r\t\u{1}\u{7f}", "é😀\u{FFFF}", "\u{2028}"])
  func `a string is read as it was written`(text: String) throws {
    var line = Array("{\"a\":".utf8)
    JSONString.append(Array(text.utf8), to: &line)
    #expect(try JSONObject(line + Array("}".utf8)).string("a") == Array(text.utf8))
  }

  @Test func `half a surrogate pair is written as an escape, and read as it was`() throws {
    let half: [UInt8] = [0x61, 0xED, 0xA0, 0x80, 0x62]
    var line = Array("{\"a\":".utf8)
    JSONString.append(half, to: &line)
    #expect(String(decoding: line, as: UTF8.self) == #"{"a":"a\ud800b""#)
    #expect(try JSONObject(line + Array("}".utf8)).string("a") == half)
  }
}
