import EngrossModel

/// What was said and looked up before, as documents repeat their mistakes, and a collection those of
/// its documents; one thread has it at a time.
///
/// Nothing in it depends on where in a document a mistake is.
final class Phrasebook {
  /// A question about the names of a schema.
  enum Question: Hashable {
    case children(of: Name)
    case parents(of: Name)
  }

  private struct Mistake: Hashable {
    let kind: Fault.Kind
    /// The prefix of the name in it, which names don't compare.
    let prefix: String
    let holder: Name?
    let expected: Expected
  }

  private struct Meaning: Hashable {
    let name: Name
    let expected: Expected
  }

  private var sentences = Memory<Mistake, String>(most: 2_000)
  private var names = Memory<Expected, [String]>(most: 500)
  private var meanings = Memory<Meaning, Name?>(most: 2_000)
  private var answers = Memory<Question, [Name]>(most: 500)

  /// The sentence about a fault.
  func sentence(_ fault: Fault, prefix: String = "", _ make: () -> String) -> String {
    let mistake = Mistake(
      kind: fault.kind, prefix: prefix, holder: fault.holder, expected: fault.expected)
    if let known = sentences[mistake] { return known }
    let sentence = make()
    sentences[mistake] = sentence
    return sentence
  }

  /// What was expected, as names and forms.
  func names(_ expected: Expected, _ make: () -> [String]) -> [String] {
    if let known = names[expected] { return known }
    let all = make()
    names[expected] = all
    return all
  }

  /// The element that a name was probably meant for.
  func nearest(to name: Name, among expected: Expected, _ make: () -> Name?) -> Name? {
    let meaning = Meaning(name: name, expected: expected)
    if let known = meanings[meaning] { return known }
    let near = make()
    meanings[meaning] = .some(near)
    return near
  }

  /// Names that a schema gives.
  func answer(_ question: Question, _ make: () -> [Name]) -> [Name] {
    if let known = answers[question] { return known }
    let answer = make()
    answers[question] = answer
    return answer
  }
}
