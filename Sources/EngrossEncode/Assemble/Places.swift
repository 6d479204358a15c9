import EngrossModel

/// The places that a document names, each once, in the order of their first mention.
///
/// Mentions are of one place where their names agree; a town's name alone is the town that the
/// document names with its region, if that's one only. TEI Guidelines, ND, Place Names.
struct Places {
  /// A place, and the first mention.
  struct Place {
    let id: String
    let name: String
    /// What of the earth it is: "country", "settlement"; nil where no list says it.
    let type: String?
    /// Where it lies, as far as that's known.
    let region: String?
    let country: String?
    let mention: Annotation
    /// Where a gazetteer says that more is told.
    var address: String?
  }

  private(set) var list: [Place] = []
  /// The place of each mention, by its first byte.
  private var numbers: [Int: Int] = [:]

  init(_ phrases: [Annotation], _ reading: Reading, _ facts: Facts) {
    var printed: [String: Int] = [:]
    var names: [(parts: PlaceParts, printed: String, mention: Annotation)] = []
    var mentions: [(start: Int, name: Int)] = []
    for phrase in phrases where phrase.mark == .placeName {
      let name = reading.string(phrase.range)
      if name.isEmpty { continue }
      let key = name.uppercased()
      let number = printed[key] ?? names.count
      if number == names.count {
        printed[key] = number
        names.append((PlaceParts(phrase.range, name, reading.text, facts), name, phrase))
      }
      mentions.append((phrase.range.lowerBound, number))
    }
    // For each town, the region that the document names with it; nil where there are several.
    var regions: [String: String?] = [:]
    for (parts, _, _) in names {
      guard let region = parts.region, parts.type == "settlement" else { continue }
      if let known = regions[parts.key], known != region {
        regions[parts.key] = .some(nil)
      } else {
        regions[parts.key] = region
      }
    }
    func identity(_ parts: PlaceParts) -> String {
      let region = parts.region ?? (parts.type == "settlement" ? regions[parts.key] ?? nil : nil)
      return "\(parts.key)|\(region ?? "")"
    }
    var known: [String: Int] = [:]
    var numbers: [Int] = []
    // Of one place's names the one with a region tells the most.
    let fullest = names.indices.reduce(into: [String: Int]()) { fullest, number in
      let key = identity(names[number].parts)
      if let other = fullest[key], names[other].parts.region != nil { return }
      if fullest[key] == nil || names[number].parts.region != nil { fullest[key] = number }
    }
    for (parts, printed, mention) in names {
      let key = identity(parts)
      let address = facts.references.address(of: printed, .place)
      if let index = known[key] {
        numbers.append(index)
        list[index].address = list[index].address ?? address
        continue
      }
      known[key] = list.count
      numbers.append(list.count)
      let full = fullest[key].map { names[$0].parts } ?? parts
      list.append(
        Place(
          id: "place-\(list.count + 1)", name: full.name, type: full.type, region: full.region,
          country: full.country, mention: mention, address: address))
    }
    for mention in mentions { self.numbers[mention.start] = numbers[mention.name] }
  }

  /// The id of the place that a mention means.
  func id(of mention: Annotation) -> String? {
    numbers[mention.range.lowerBound].map { list[$0].id }
  }
}

/// What a place's name tells: the name proper, and the region after it.
private struct PlaceParts {
  let name: String
  /// The name that is the same for all names of the place.
  let key: String
  let type: String?
  let region: String?
  let country: String?

  init(_ range: Range<Int>, _ printed: String, _ text: TokenisedText, _ facts: Facts) {
    if let state = facts.state(named: printed) {
      (name, key, type, region, country) = (printed, state.name.uppercased(), "country", nil, nil)
      return
    }
    let first = text.firstToken(from: range.lowerBound)
    let end = text.firstToken(from: range.upperBound)
    let head = facts.gazetteer.place(text, at: first) { kind in
      if case .region(_, isShort: true) = kind { false } else { true }
    }
    if let head, head.last + 1 >= end, case .region(let number, _) = head.kind {
      let region = facts.gazetteer.regions[number]
      (name, key, type) = (printed, region.name.uppercased(), "region")
      (self.region, country) = (nil, region.country)
      return
    }
    // The region is the last name in the name: "Amber County, Maryland". What a place is called after
    // doesn't hold it: "City of Washington".
    var last = first
    var found: Gazetteer.Region?
    while last + 1 < end, found == nil {
      last += 1
      guard text.tokens[last].isCapital, text.tokens[last - 1].key != Token.key("of"),
        let place = facts.gazetteer.place(
          text, at: last, where: { if case .region = $0 { true } else { false } }),
        place.last + 1 >= end || text.isMark(place.last + 1, "."),
        case .region(let number, _) = place.kind
      else { continue }
      found = facts.gazetteer.regions[number]
    }
    var proper = printed
    if found != nil {
      var end = Int(text.tokens[last - 1].end)
      if text.isMark(last - 1, ",") { end = Int(text.tokens[last - 2].end) }
      proper = text.string(range.lowerBound..<max(end, range.lowerBound))
        .split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" })
        .joined(separator: " ")
    }
    name = proper
    key = proper.uppercased().filter { $0 != "." }
    region = found?.name
    country = found?.country
    type =
      switch head?.kind {
      case .town: "settlement"
      case .feature: "feature"
      case .building: "building"
      case .state: "country"
      default: nil
      }
  }
}
