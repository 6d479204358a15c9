/// What a finding's id means, with an example of what is wrong and of what is right.
public struct Message: Sendable, Hashable {
  /// The stable id, such as `check.dangling-pointer`.
  public let id: String
  /// What it means, as one sentence without a full stop.
  public let summary: String
  /// Why it matters and what to do, as a paragraph.
  public let explanation: String
  /// XML that has the mistake; empty where a line of XML can't show it.
  public let wrong: String
  /// The same, mended.
  public let right: String
}
