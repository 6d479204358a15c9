/// What a shell offers for the value of an option.
enum CompletedValue {
  case none
  case words([String])
  case files, directories, anything

  init(of option: Option) {
    switch option.value {
    case nil: self = .none
    case _ where !option.choices.isEmpty: self = .words(option.choices)
    case "FILE": self = .files
    case "DIR": self = .directories
    default: self = .anything
    }
  }
}
