import EngrossModel

/// Writes the persons, organisations and places as things, apart from the text that names them.
/// TEI Guidelines, ND, Biographical and Prosopographical Data; SA, The standOff Container.
struct StandOff {
  let persons: Persons
  let speakers: Speakers
  let organisations: Organisations
  let places: Places

  var isEmpty: Bool {
    persons.list.isEmpty && speakers.list.isEmpty && organisations.list.isEmpty
      && places.list.isEmpty
  }

  func write(to builder: inout TreeBuilder) {
    if isEmpty { return }
    builder.block("standOff") { builder in
      if !persons.list.isEmpty {
        builder.block("listPerson") { builder in
          for person in persons.list { write(person, to: &builder) }
        }
      }
      if !speakers.list.isEmpty {
        builder.block("listPerson", ["type": "speakers"]) { builder in
          for speaker in speakers.list {
            builder.block("person", ["xml:id": speaker.id]) { builder in
              builder.line("name", ["resp": "#engross", "cert": "high"], speaker.name)
            }
          }
        }
      }
      if !organisations.list.isEmpty {
        builder.block("listOrg") { builder in
          for organisation in organisations.list { write(organisation, to: &builder) }
        }
      }
      if !places.list.isEmpty {
        builder.block("listPlace") { builder in
          for place in places.list { write(place, to: &builder) }
        }
      }
    }
  }

  private func write(_ person: Persons.Person, to builder: inout TreeBuilder) {
    builder.block("person", ["xml:id": person.id]) { builder in
      builder.newLine()
      builder.element("persName", [:]) { builder in
        if let address = person.address { builder.attribute("ref", address) }
        builder.attribute("resp", person.mention.responsible)
        builder.attribute("cert", person.mention.certainty.rawValue)
        for (index, part) in person.name.parts.enumerated() {
          if index > 0 { builder.text(" ") }
          builder.element(part.part.rawValue, [:], part.text)
        }
      }
    }
  }

  private func write(_ organisation: Organisations.Organisation, to builder: inout TreeBuilder) {
    guard let state = organisation.state else {
      return builder.block("org", ["xml:id": organisation.id]) { builder in
        builder.newLine()
        write(
          "orgName", organisation.name, by: organisation.mention, organisation.address, to: &builder
        )
      }
    }
    builder.block("org", ["xml:id": organisation.id, "type": "state"]) { builder in
      builder.line(
        "orgName", ["type": "usual", "resp": "#engross", "cert": "high"], state.name)
      builder.line(
        "orgName", ["type": "formal", "resp": "#engross", "cert": "high"], state.formalName)
    }
  }

  /// A name, as sure as its first mention, with the address where a gazetteer tells more.
  private func write(
    _ element: String, _ name: String, by mention: Annotation, _ address: String?,
    to builder: inout TreeBuilder
  ) {
    builder.element(element, [:]) { builder in
      if let address { builder.attribute("ref", address) }
      builder.attribute("resp", mention.responsible)
      builder.attribute("cert", mention.certainty.rawValue)
      builder.text(name)
    }
  }

  private func write(_ place: Places.Place, to builder: inout TreeBuilder) {
    builder.block("place", ["xml:id": place.id]) { builder in
      if let type = place.type { builder.attribute("type", type) }
      builder.newLine()
      write("placeName", place.name, by: place.mention, place.address, to: &builder)
      if let region = place.region {
        builder.line("region", ["resp": "#engross", "cert": "high"], region)
      }
      if let country = place.country {
        builder.line("country", ["resp": "#engross", "cert": "high"], country)
      }
    }
  }
}
