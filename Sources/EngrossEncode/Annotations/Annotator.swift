/// A person or a program other than Engross that answers for annotations (TEI Guidelines,
/// att.global.responsibility).
package struct Annotator: Sendable, Hashable {
  /// What they did.
  package enum Task: Sendable {
    case proofreading, annotating

    /// The words for the header.
    var description: String {
      switch self {
      case .proofreading: "Proofreading of what was marked by rule"
      case .annotating: "Annotation of the text"
      }
    }
  }

  package let name: String
  package let task: Task

  package init(name: String, task: Task) {
    self.name = name
    self.task = task
  }

  /// The `xml:id` of the annotator with a number.
  static func id(_ number: Int) -> String { "annotator-\(number + 1)" }

  /// How `@resp` points at the annotator with a number, or at Engross.
  static func pointer(_ number: Int?) -> String { number.map { "#" + id($0) } ?? "#engross" }
}
