/// The version of Engross.
public enum Version {
  /// As `MAJOR.MINOR.PATCH` (Semantic Versioning 2.0.0).
  public static let current = "0.1.0"
  /// The day of this version.
  public static let date = "2026-11-25"
}
