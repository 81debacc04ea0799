/// What a scalar is, by the rules that PyYAML and so Heat and Tacker follow (YAML 1.1).
///
/// Numbers in base 60 such as `22:30` and dates stay strings: nobody means them.
package enum YAMLScalar: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)

  /// Reads a scalar that was written without quotes.
  package init(plain text: String) {
    guard Self.mayBeSpecial(text) else {
      self = .string(text)
      return
    }
    if let digits = readDigits(text) {
      self = .integer(digits)
      return
    }
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": self = .bool(true)
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": self = .bool(false)
    default: self = Self(number: text) ?? .string(text)
    }
  }

  /// Whether the first character leaves anything but a string possible; most words are done with here.
  private static func mayBeSpecial(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    return switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: text.utf8.count <= 5
    }
  }

  private init?(number text: String) {
    guard let first = text.utf8.first, first < UInt8(ascii: ":"), text.utf8.allSatisfy(isInNumber) else {
      return nil
    }
    if let integer = readInteger(text) {
      self = .integer(integer)
    } else if let number = readNumber(text) {
      self = .number(number)
    } else {
      return nil
    }
  }
}

/// Whether a byte can stand in a number of any base; most texts that begin with a digit are done with here.
private func isInNumber(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
    UInt8(ascii: "A")...UInt8(ascii: "F"):
    true
  default: "xXo_.+-iInNF".utf8.contains(byte)
  }
}

/// A plain decimal number of a few digits: nearly every integer that is ever written.
private func readDigits(_ text: String) -> Int? {
  var result = 0
  guard (1...15).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "0") || text.utf8.count == 1
  else {
    return nil
  }
  for byte in text.utf8 {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    result = result * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return result
}

/// An integer in base 10, 16 (`0x`), 8 (`0o` or a leading zero) or 2 (`0b`); underscores are let through.
private func readInteger(_ text: String) -> Int? {
  let digits = text.contains("_") ? text.replacing("_", with: "") : text
  let isNegative = digits.hasPrefix("-")
  let magnitude = isNegative || digits.hasPrefix("+") ? digits.dropFirst() : digits[...]
  guard let first = magnitude.first, first.isASCII, first.isNumber else { return nil }
  let (body, radix): (Substring, Int) =
    switch magnitude.prefix(2) {
    case "0x", "0X": (magnitude.dropFirst(2), 16)
    case "0o": (magnitude.dropFirst(2), 8)
    case "0b": (magnitude.dropFirst(2), 2)
    default: (magnitude, magnitude.count > 1 && first == "0" ? 8 : 10)
    }
  guard body.first != "-", body.first != "+" else { return nil }
  return Int((isNegative ? "-" : "") + body, radix: radix)
}

private func readNumber(_ text: String) -> Double? {
  switch text {
  case ".inf", ".Inf", ".INF", "+.inf": return .infinity
  case "-.inf", "-.Inf", "-.INF": return -.infinity
  case ".nan", ".NaN", ".NAN": return .nan
  default:
    let isDecimal = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isDecimal, text.utf8.contains(where: { ".eE".utf8.contains($0) }) else { return nil }
    return Double(text)
  }
}
