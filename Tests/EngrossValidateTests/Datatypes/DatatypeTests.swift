import Testing

@testable import EngrossValidate

private func datatype(_ type: String, _ parameters: [(String, String)] = []) throws -> Datatype {
  try DatatypeLibrary.datatype(
    library: DatatypeLibrary.xmlSchema.rawValue, type: type,
    parameters: parameters.map { .init(name: $0.0, value: $0.1) })
}

/// A document that declares the prefix `p` and the unparsed entity `e`.
private struct Place: ValueContext {
  func namespace(ofPrefix prefix: String) -> String? { prefix == "p" ? "urn:p" : nil }
  func declaresUnparsedEntity(_ name: String) -> Bool { name == "e" }
}

extension Datatype {
  fileprivate func admits(_ literal: String) -> Bool {
    admits(Array(literal.utf8).span, in: Place())
  }
}

@Test(
  "A type admits its literals, and no others",
  arguments: [
    ("string", ["", " a\n"], []),
    ("normalizedString", ["", " a\tb"], []),
    ("token", ["", " a  b "], []),
    (
      "language", ["en", "x-klingon", "zh-Hant-TW", " en "], ["", "e_n", "1n", "en-", "abcdefghi"]
    ),
    ("Name", ["a", ":a", "é-1"], ["", "1a", "a b"]),
    ("NCName", ["a", "_a.b", "日本"], ["", "a:b", "-a", "a b", "·a"]),
    ("ID", ["a"], ["1st", "x:y", ""]),
    ("NMTOKEN", ["1a", "-", "·"], ["", "a b", "a/"]),
    ("NMTOKENS", ["1a b", " a "], ["", " ", "a /"]),
    ("IDREFS", ["a b"], ["a 1"]),
    ("ENTITY", ["e"], ["f", "1"]),
    ("ENTITIES", ["e e"], ["e f", ""]),
    ("QName", ["a", "p:a"], ["q:a", "p:", ":a", "p:a:b", ""]),
    ("NOTATION", ["p:a"], ["q:a"]),
    (
      "anyURI", ["", "a b", "#a", "http://a/b?c#d", "urn:x", "a%20b", "été"],
      ["a#b#c", "%zz", "%1", ":a", "a:", "1a:b"]
    ),
    ("boolean", ["true", "0", " 1 "], ["TRUE", "", "2"]),
    ("decimal", ["1", "-1.50", "+.5", "5.", "00001"], ["", ".", "1e1", "1,5", "- 1", "--1"]),
    ("integer", ["-0", "+5", "99999999999999999999999999"], ["1.0", "1.", ""]),
    ("long", ["9223372036854775807", "-9223372036854775808"], ["9223372036854775808"]),
    ("unsignedByte", ["255", "-0"], ["256", "-1"]),
    ("positiveInteger", ["1"], ["0", "-1"]),
    ("negativeInteger", ["-1"], ["0"]),
    (
      "float", ["1", "-1.5E+10", ".5e1", "INF", "-INF", "NaN", "1e999"],
      ["+INF", "inf", "nan", "1e", "e1", "0x1", "1e1.5", ""]
    ),
    ("hexBinary", ["", "0aFF"], ["0", "0g"]),
    (
      "base64Binary", ["", "YQ==", "YWI=", "YWJj", "Y W J j"],
      ["YQ", "YR==", "YWJ=", "Y===", "YQ==YQ=="]
    ),
    (
      "duration", ["P1Y", "-P1Y2M3DT4H5M6.7S", "PT0S", "P1M", "PT1M"],
      ["P", "P1YT", "1Y", "P1S", "PT1.5M", "P1M1Y", "PT1.S", "P1YT1Y"]
    ),
    (
      "dateTime",
      [
        "2002-08-19T14:25:00Z", "-0044-03-15T00:00:00", "2000-01-01T24:00:00",
        "12000-01-01T00:00:00.5+14:00",
      ],
      [
        "2002-08-19", "2002-08-19T25:00:00", "2000-01-01T24:00:01", "2000-01-01T00:00:00.",
        "2000-01-01T00:00:60", "2000-01-01T00:60:00", "2000-01-01T00:00:00+14:01",
      ]
    ),
    ("time", ["14:25:00", "00:00:00.000Z"], ["14:25", "1:00:00"]),
    (
      "date", ["1997-05-06", "2000-02-29", "-0005-02-29", "1997-05-06Z"],
      [
        "1900-02-29", "1997-02-29", "1997-13-01", "1997-04-31", "0000-01-01", "97-05-06",
        "01997-05-06", "1997-5-6", "1997-05-00",
      ]
    ),
    ("gYearMonth", ["1997-05"], ["1997-13", "1997"]),
    ("gYear", ["1997", "-0001", "12345"], ["0000", "97", "1997-05"]),
    ("gMonthDay", ["--02-29", "--12-31"], ["--02-30", "-02-29", "--13-01"]),
    ("gDay", ["---31", "---01Z"], ["---32", "--31", "---00"]),
    ("gMonth", ["--05"], ["--13", "-05", "--5"]),
  ] as [(String, [String], [String])])
func literals(type: String, right: [String], wrong: [String]) throws {
  let datatype = try datatype(type)
  for literal in right {
    #expect(datatype.admits(literal), "\(literal)")
  }
  for literal in wrong {
    #expect(!datatype.admits(literal), "\(literal)")
  }
}

@Test(
  "Two literals are one value, or two",
  arguments: [
    ("token", " a  b ", "a b", true), ("string", "a ", "a", false),
    ("decimal", "1.50", "+01.5", true), ("decimal", "-0", "0", true), ("decimal", "1", "-1", false),
    ("double", "1e1", "10", true), ("double", "NaN", "NaN", true),
    ("float", "16777217", "16777216", true),
    ("boolean", "true", "1", true), ("hexBinary", "0a", "0A", true),
    ("base64Binary", "Y W I=", "YWI=", true), ("QName", "a", "p:a", false),
    ("dateTime", "2000-01-01T00:00:00Z", "2000-01-01T01:00:00+01:00", true),
    ("dateTime", "2000-01-01T00:00:00Z", "2000-01-01T00:00:00", false),
    ("dateTime", "1999-12-31T24:00:00", "2000-01-01T00:00:00.0", true),
    ("time", "24:00:00", "00:00:00", true),
    ("duration", "P1Y", "P12M", true), ("duration", "P1D", "PT24H", true),
    ("duration", "-PT1.50S", "-PT1.5S", true), ("duration", "P30D", "P1M", false),
    ("IDREFS", "a  b", "a b", true),
  ])
func equality(type: String, left: String, right: String, areEqual: Bool) throws {
  let datatype = try datatype(type)
  let values = [left, right].map { datatype.value(of: Array($0.utf8).span, in: Place()) }
  #expect(!values.contains(nil))
  #expect((values[0] == values[1]) == areEqual)
}

@Test(
  "A facet narrows a type",
  arguments: [
    ("string", "length", "2", ["é1"], ["a", "abc"]),
    ("hexBinary", "maxLength", "1", ["0a"], ["0a0a"]),
    ("NMTOKENS", "minLength", "2", ["a b"], ["a"]),
    ("decimal", "minInclusive", "1.5", ["1.5", "2"], ["1.49", "-2"]),
    ("decimal", "maxExclusive", "-1.5", ["-1.51", "-10"], ["-1.5", "-1.4", "1"]),
    ("integer", "maxInclusive", "100", ["99", "-200"], ["101"]),
    ("decimal", "totalDigits", "3", ["1.23", "0012.30"], ["1.234"]),
    ("decimal", "fractionDigits", "1", ["1.50"], ["1.55"]),
    ("double", "minExclusive", "0", ["1e-9"], ["0", "-0", "NaN"]),
    (
      "date", "minInclusive", "2000-01-01", ["2000-01-01", "2001-01-01"],
      ["1999-12-31", "2000-01-01Z"]
    ),
    ("duration", "maxExclusive", "P1M", ["P27D"], ["P28D", "P31D", "P1M"]),
    ("duration", "minExclusive", "P1M", ["P32D", "P2M"], ["P31D", "P30D"]),
    ("duration", "minInclusive", "-P1Y", ["-P364D", "P1D"], ["-P367D"]),
    ("anyURI", "pattern", "\\S+", ["#a"], ["", "a b"]),
  ] as [(String, String, String, [String], [String])])
func facet(type: String, name: String, value: String, right: [String], wrong: [String]) throws {
  let datatype = try datatype(type, [(name, value)])
  for literal in right { #expect(datatype.admits(literal), "\(literal)") }
  for literal in wrong { #expect(!datatype.admits(literal), "\(literal)") }
}

@Test(
  "A datatype that isn't one is told",
  arguments: [
    ("", "date", "", "", "it is one of"),
    ("", "token", "length", "1", "takes no parameters"),
    ("urn:x", "token", "", "", "isn't known"),
    (DatatypeLibrary.xmlSchema.rawValue, "dat", "", "", "did you mean \"date\"?"),
    (DatatypeLibrary.xmlSchema.rawValue, "date", "length", "1", "takes no parameter \"length\""),
    (DatatypeLibrary.xmlSchema.rawValue, "string", "enumeration", "1", "a choice of values"),
    (DatatypeLibrary.xmlSchema.rawValue, "string", "minlength", "1", "did you mean \"minLength\"?"),
    (DatatypeLibrary.xmlSchema.rawValue, "string", "length", "-1", "from 0 on"),
    (DatatypeLibrary.xmlSchema.rawValue, "date", "minInclusive", "1", "takes a value of \"date\""),
    (DatatypeLibrary.xmlSchema.rawValue, "string", "pattern", "a(", "without its"),
  ])
func faults(library: String, type: String, name: String, value: String, message: String) {
  let parameters = name.isEmpty ? [] : [DatatypeLibrary.Parameter(name: name, value: value)]
  #expect {
    try DatatypeLibrary.datatype(library: library, type: type, parameters: parameters)
  } throws: { error in
    (error as? DatatypeLibrary.Fault)?.message.contains(message) == true
  }
}

@Test("A parameter may be given once, a pattern any number of times")
func repeated() throws {
  let both = try datatype("string", [("pattern", "a*"), ("pattern", "..")])
  #expect(both.admits("aa"))
  #expect(!both.admits("aaa"))
  #expect(throws: DatatypeLibrary.Fault.self) {
    try datatype("string", [("minLength", "1"), ("minLength", "1")])
  }
}
