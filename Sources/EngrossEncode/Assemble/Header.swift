import EngrossModel

/// Writes the TEI header: what the text says, what the metadata says, and how it was made.
/// TEI Guidelines, HD.
struct Header {
  let metadata: Metadata
  let date: String?
  let encoding: SourceEncoding
  let byteCount: Int
  let title: String?
  let authors: [(name: String, annotation: Annotation)]
  let created: (value: DateValue, annotation: Annotation)?
  let notes: [(subtype: String?, text: String)]
  let genre: (genre: Facts.Genre, annotation: Annotation)?
  let language: String?
  let characters: [Unrepresentable]
  let annotators: [Annotator]

  func write(to builder: inout TreeBuilder) {
    builder.block("teiHeader") { builder in
      builder.block("fileDesc") { fileDescription(&$0) }
      builder.block("encodingDesc") { encodingDescription(&$0) }
      if created != nil || language != nil || metadata.language != nil || genre != nil {
        builder.block("profileDesc") { profileDescription(&$0) }
      }
      builder.block("revisionDesc") { builder in
        builder.newLine()
        builder.open("change")
        if let date { builder.attribute("when", date) }
        builder.attribute("who", "#engross")
        builder.text("Encoded as TEI by Engross \(Version.current)")
        builder.close()
      }
    }
  }

  private func fileDescription(_ builder: inout TreeBuilder) {
    builder.block("titleStmt") { builder in
      builder.line("title", [:], metadata.title ?? title ?? "[Untitled]")
      if metadata.authors.isEmpty {
        for author in authors {
          builder.line("author", Self.certainty(author.annotation), author.name)
        }
      }
      for author in metadata.authors { builder.line("author", [:], author) }
      for person in metadata.responsible {
        builder.block("respStmt") { builder in
          builder.line("resp", [:], person.role)
          builder.line("name", [:], person.name)
        }
      }
      builder.block("respStmt", ["xml:id": "engross"]) { builder in
        builder.line("resp", [:], "Encoding from plain text, by rule and without review")
        builder.line("name", ["type": "software"], "Engross")
      }
      for (number, annotator) in annotators.enumerated() {
        builder.block("respStmt", ["xml:id": Annotator.id(number)]) { builder in
          builder.line("resp", [:], annotator.task.description)
          builder.line("name", [:], annotator.name)
        }
      }
    }
    publication(&builder)
    if !notes.isEmpty {
      builder.block("notesStmt") { builder in
        for note in notes {
          builder.newLine()
          builder.open("note")
          builder.attribute("type", "editorial")
          if let subtype = note.subtype { builder.attribute("subtype", subtype) }
          builder.text(note.text)
          builder.close()
        }
      }
    }
    builder.block("sourceDesc") { source(&$0) }
  }

  private static func certainty(_ annotation: Annotation) -> KeyValuePairs<String, String> {
    ["resp": annotation.responsible, "cert": annotation.certainty.rawValue]
  }

  private func publication(_ builder: inout TreeBuilder) {
    builder.block("publicationStmt") { builder in
      guard
        metadata.publisher != nil || metadata.licence != nil || !metadata.identifiers.isEmpty
          || metadata.publicationDate != nil || metadata.publicationPlace != nil
      else { return builder.line("p", [:], "No publication of this encoding is stated.") }
      builder.line("publisher", [:], metadata.publisher ?? "[Publisher not stated]")
      if let place = metadata.publicationPlace { builder.line("pubPlace", [:], place) }
      if let date = metadata.publicationDate { builder.line("date", ["when": date], date) }
      for identifier in metadata.identifiers {
        builder.line("idno", ["type": identifier.type], identifier.value)
      }
      guard let licence = metadata.licence else { return }
      builder.block("availability") { builder in
        builder.newLine()
        builder.open("licence")
        if let target = licence.target { builder.attribute("target", target) }
        builder.text(licence.text)
        builder.close()
      }
    }
  }

  private func source(_ builder: inout TreeBuilder) {
    if let source = metadata.source { builder.line("bibl", [:], source) }
    builder.block("bibl") { builder in
      builder.line(
        "ref", ["mimeType": "text/plain;charset=\(encoding.rawValue)"],
        "Plain text in \(encoding.rawValue)")
      builder.block("extent") { builder in
        builder.line(
          "measure", ["unit": "byte", "quantity": String(byteCount)], "\(byteCount) bytes")
      }
    }
  }

  private func encodingDescription(_ builder: inout TreeBuilder) {
    builder.block("editorialDecl") { builder in
      builder.block("correction", ["status": "low", "method": "markup"]) { builder in
        builder.line(
          "p", [:],
          "The source is kept as it stands. A slip that a rule finds is marked as sic, beside corr."
        )
      }
      builder.block("interpretation") { builder in
        builder.line(
          "p", [:],
          "Names, dates and other readings were marked by rule; cert says how sure each rule is.")
      }
    }
    if let genre {
      builder.block("classDecl") { builder in
        builder.block("taxonomy", ["xml:id": "genre"]) { builder in
          builder.line("desc", [:], "Kinds of historical documents")
          builder.block("category", ["xml:id": "genre-\(genre.genre.id)"]) { builder in
            builder.line("catDesc", [:], genre.genre.description)
          }
        }
      }
    }
    if !characters.isEmpty {
      builder.block("charDecl") { builder in
        for character in characters {
          builder.block("char", ["xml:id": character.id]) { builder in
            builder.line("mapping", ["type": "code-point"], character.codePoint)
          }
        }
      }
    }
    builder.block("appInfo") { builder in
      builder.block("application", ["ident": "engross", "version": Version.current]) { builder in
        builder.line("label", [:], "Engross")
      }
    }
  }

  private func profileDescription(_ builder: inout TreeBuilder) {
    if let created {
      builder.block("creation") { builder in
        builder.newLine()
        builder.open("date")
        for attribute in created.value.attributes {
          builder.attribute(attribute.name, attribute.value)
        }
        for (name, value) in Self.certainty(created.annotation) { builder.attribute(name, value) }
        builder.text(created.value.attributes.map(\.value).joined(separator: "/"))
        builder.close()
      }
    }
    if let given = metadata.language {
      builder.block("langUsage") { $0.line("language", ["ident": given], given) }
    } else if let language {
      builder.block("langUsage") { builder in
        builder.line(
          "language", ["ident": language, "resp": "#engross", "cert": "high"], language)
      }
    }
    if let genre {
      builder.block("textClass") { builder in
        builder.newLine()
        builder.element(
          "catRef",
          [
            "scheme": "#genre", "target": "#genre-\(genre.genre.id)",
            "resp": genre.annotation.responsible, "cert": genre.annotation.certainty.rawValue,
          ])
      }
    }
  }
}
