/// What a point of the policy does with what it's about.
public enum Treatment: String, Sendable, Hashable, CaseIterable {
  case sic, corr
  case orig, reg
  case abbr, expan
  case lem, rdg
  case add, del, both
  case keep, drop, join
  case bracket, mark, desc
  case space, newline
  case inline, block, document
  case rebuild, plain
  case aligned, tabs
  case lines, slashes
  case line
  case runIn = "run-in"
  case character
  case fields, text
  case blank
  case collapse, preserve
}
