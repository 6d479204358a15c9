import Testing

@testable import EngrossValidate

@Suite struct SchematronLimitsTests {
  @Test(arguments: [
    "not(@n) or contains(@n, 'matches(')", "count(a | b) = 1 and (c or d)", "2 div (1 + 1) > 0",
    "ancestor::a/text()", "string-length(.) mod (2) = 0",
  ])
  func `this is XPath 1.0`(expression: String) {
    #expect(XPathExpression(expression).fault == nil)
  }

  @Test(arguments: [
    ("matches(@n, 'a')", "\"matches()\""), ("every $x in a satisfies b", "\"$x\""),
    ("if (a) then b else c", "\"if()\""), ("exists(a)", "\"exists()\""),
    ("current()/a", "\"current()\""), ("contains(@n, 'it') and tokenize(@n)", "\"tokenize()\""),
  ])
  func `this isn't`(expression: String, fault: String) {
    #expect(XPathExpression(expression).fault == fault)
  }
}
