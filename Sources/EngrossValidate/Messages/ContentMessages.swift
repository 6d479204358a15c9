import EngrossModel

/// What an element lacks, and text that has no place in it.
extension Messages {
  func elementMissing(_ fault: Fault, before next: Name) -> Finding {
    let sentence = phrasebook.sentence(fault) {
      "\(holder(fault)) needs \(Prose.elements(fault.expected.wanted, in: index)) before "
        + Prose.quoted(next)
    }
    return finding(fault, "missing-element", sentence)
  }

  func incomplete(_ fault: Fault) -> Finding {
    let expected = fault.expected
    let sentence = phrasebook.sentence(fault) {
      let needs =
        if !expected.elements.isEmpty {
          Prose.elements(expected.wanted, in: index)
        } else if !expected.values.isEmpty {
          ValueForms(expected.values).phrase
        } else {
          expected.anyElement ? "an element" : "text"
        }
      return "\(holder(fault)) isn't complete; it still needs \(needs)"
    }
    var finding = finding(fault, "incomplete-content", sentence)
    if fault.offset != fault.holderOffset {
      finding.notes = [
        Finding.Note(message: "\(holder(fault)) is opened here", offset: fault.holderOffset)
      ]
    }
    return finding
  }

  func textNotAllowed(_ fault: Fault) -> Finding {
    // Nothing is said of what the text is.
    var anyText = fault
    anyText.kind = .textNotAllowed("")
    let sentence = phrasebook.sentence(anyText) { textSentence(fault) }
    var finding = finding(fault, "text-not-allowed", sentence)
    finding.place = .byte(firstWord(from: fault.offset))
    return finding
  }

  private func textSentence(_ fault: Fault) -> String {
    guard let holder = fault.holder else {
      return "text can't stand outside the document's element"
    }
    if !index.elements.isEmpty, index.children(of: holder).isEmpty,
      fault.expected.elements.isEmpty
    {
      return "\(Prose.quoted(holder)) is always empty; text stands after it"
    }
    let lead = "\(Prose.quoted(holder)) holds no text of its own"
    let likely = Usage.likeliest(fault.expected.elements.filter(index.holdsText))
    guard let first = likely.first, Usage.isCommon(first) || !isTEI else {
      return lead + "; text stands inside its elements"
    }
    return lead + "; text stands in an element inside it, such as \(Prose.quoted(first))"
  }

  func textValue(_ fault: Fault, _ value: String) -> Finding {
    let sentence = phrasebook.sentence(fault) {
      valueSentence(value, holder(fault), fault.expected.values)
    }
    var finding = finding(fault, "bad-value", sentence)
    finding.place = .byte(firstWord(from: fault.offset))
    return finding
  }

  /// The first byte that is text and not white space, from an offset on: comments and processing
  /// instructions may stand before it.
  private func firstWord(from offset: Int) -> Int {
    var index = offset
    while index < source.count {
      if WhiteSpace.isSpace(source[index]) {
        index += 1
        continue
      }
      let rest = source[index...]
      if rest.starts(with: "<!--".utf8) {
        index = end(of: "-->", from: index + 4)
      } else if rest.starts(with: "<?".utf8) {
        index = end(of: "?>", from: index + 2)
      } else if rest.starts(with: "<![CDATA[".utf8) {
        index += 9
      } else {
        return index
      }
    }
    return offset
  }

  private func end(of mark: String, from start: Int) -> Int {
    var index = start
    while index < source.count, !source[index...].starts(with: mark.utf8) { index += 1 }
    return min(index + mark.utf8.count, source.count)
  }
}

extension Expected {
  /// The elements of which one is wanted.
  fileprivate var wanted: [Name] { needed.isEmpty ? elements : needed }
}
