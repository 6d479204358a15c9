import EngrossModel

/// One thing wrong with a document as the engine sees it, before it's put into words.
///
/// The engine says what, where and what would have been right; `Messages` makes a sentence of it.
/// One mistake is one fault: the engine goes on as if the mistake had been mended.
struct Fault: Sendable, Hashable {
  /// What is wrong.
  enum Kind: Sendable, Hashable {
    /// An element that has no place where it stands; `expected` is what has.
    case elementNotAllowed(Name)
    /// An element that would have its place if another stood before it: one of `expected.elements`.
    case elementMissing(before: Name)
    /// The holder ends before it may; `expected` is how it could go on.
    case incomplete
    /// An attribute that the holder doesn't take; `expected.attributes` are those that it takes.
    case attributeNotAllowed(Name)
    /// The holder lacks an attribute: one of `expected.attributes`.
    case attributeMissing
    /// An attribute with a value that isn't one of `expected.values`.
    case attributeValue(Name, String)
    /// Text, as a whole, where none may stand.
    case textNotAllowed(String)
    /// Text, as a whole, that isn't one of `expected.values`.
    case textValue(String)
    /// An attribute of type ID whose value an earlier one has; its element starts at an offset.
    case identifierRepeated(Name, String, first: Int)
    /// An attribute of type IDREF or IDREFS, and the identifier that no element has.
    case identifierMissing(Name, String)
  }

  var kind: Kind
  /// The byte offset: of the `<` of an element that isn't allowed, or before which one is missing;
  /// of the text as a whole, white space included; of the end tag's `<` (or the empty tag's) of a
  /// holder that's incomplete; of the holder's own `<` for its attributes, which are found by
  /// reading the tag.
  var offset: Int
  /// The element that the mistake is in: the parent of an element or a text, the owner of an
  /// attribute; nil where the outermost element is wrong.
  var holder: Name?
  /// The byte offset of the holder's `<`.
  var holderOffset = 0
  /// What the holder may hold, as it was after its attributes: to find out where a misplaced
  /// element would have stood.
  var opening = Pattern.notAllowed
  var expected = Expected()
}

/// What may stand at a place, complete.
struct Expected: Sendable, Hashable {
  /// Elements, in the order of the grammar, each once.
  var elements: [Name] = []
  /// Those elements of which any one is all that is missing, where something is.
  var needed: [Name] = []
  /// Whether elements of any name, or any name of a namespace, may stand too.
  var anyElement = false
  /// Attributes, in the order of the grammar, each once; those that the element has aren't in it.
  var attributes: [Name] = []
  /// Forms of a value or of the text.
  var values: [ValueForm] = []
  /// Whether any text may stand.
  var text = false
  /// Whether the holder may end.
  var end = false
}

extension Expected {
  /// Hashes a little of it, as hundreds of names would take longer than what is looked up by them;
  /// of what was found once and remembered, equality only compares addresses.
  func hash(into hasher: inout Hasher) {
    hasher.combine(elements.count)
    hasher.combine(elements.first)
    hasher.combine(attributes.count)
    hasher.combine(attributes.first)
    hasher.combine(needed.first)
    hasher.combine(values.count)
  }
}

/// A form that an attribute's value, or an element's text, may have.
indirect enum ValueForm: Sendable, Hashable {
  /// Exactly these characters.
  case literal(String)
  /// A datatype's name in its library, such as `date`, and its facets, such as `pattern`.
  case datatype(String, facets: [DatatypeFacet])
  /// Words between white space, each of one of the forms.
  case list([ValueForm])
  /// Anything.
  case text
  /// Nothing at all.
  case empty
}

/// A condition that a schema sets on a datatype, as it's written there.
struct DatatypeFacet: Sendable, Hashable {
  var name: String
  var value: String
}
