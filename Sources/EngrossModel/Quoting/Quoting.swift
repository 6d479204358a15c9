extension String {
  /// The text as a JSON string (RFC 8259, section 7).
  package var asJSON: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  /// The text as an attribute's value or text in XML 1.0; what XML can't hold is U+FFFD.
  package var asXML: String {
    var quoted = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": quoted += "&amp;"
      case "<": quoted += "&lt;"
      case ">": quoted += "&gt;"
      case "\"": quoted += "&quot;"
      case "\n", "\r", "\t": quoted += "&#\(scalar.value);"
      default:
        let isForbidden = scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE
        quoted.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
    return quoted
  }

  /// The text as a path in a URI reference (RFC 3986): all but unreserved characters and `/` are
  /// percent-encoded.
  package var asURIPath: String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var quoted = String.UnicodeScalarView()
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        quoted.append(Unicode.Scalar(byte))
      default: quoted += ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(quoted)
  }
}
