import OpenStack

// The general coders sort the keys and are several times slower; templates keep their order, and nodes come by the
// hundred.

extension Value {
  /// The value as JSON text, its maps in their order.
  var json: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let number): text += number.isFinite ? "\(number)" : "null"
    case .string(let string): Self.write(string, to: &text)
    case .list(let items):
      text += "["
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        item.write(to: &text)
      }
      text += "]"
    case .map(let map):
      text += "{"
      for (index, entry) in map.enumerated() {
        if index > 0 { text += "," }
        Self.write(entry.key, to: &text)
        text += ":"
        entry.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    guard string.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else {
      text += string
      text += "\""
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case _ where scalar.value < 0x20:
        text += scalar.value < 0x10 ? "\\u000" : "\\u00"
        text += String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Reads JSON text, keeping the order of its maps; nil where it is none.
  init?(json text: String) {
    var text = text
    let value = text.withUTF8 { bytes in
      var reader = JSONReader(bytes: bytes)
      return reader.document()
    }
    guard let value else { return nil }
    self = value
  }
}

extension ValueMap {
  /// The map as JSON text.
  var json: String { Value.map(self).json }
}

private struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  var depth = 0

  mutating func document() -> Value? {
    guard let value = value() else { return nil }
    skipSpace()
    return position == bytes.count ? value : nil
  }

  private mutating func value() -> Value? {
    skipSpace()
    guard position < bytes.count, depth < 512 else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "{"): return map()
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "\""): return string().map(Value.string)
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func map() -> Value? {
    position += 1
    depth += 1
    defer { depth -= 1 }
    var entries: [ValueMap.Element] = []
    if take("}") { return .map(ValueMap()) }
    repeat {
      skipSpace()
      guard let key = string(), take(":"), let value = value() else { return nil }
      entries.append((key, value))
    } while take(",")
    return take("}") ? .map(ValueMap(distinct: entries)) : nil
  }

  private mutating func list() -> Value? {
    position += 1
    depth += 1
    defer { depth -= 1 }
    var items: [Value] = []
    if take("]") { return .list([]) }
    repeat {
      guard let item = value() else { return nil }
      items.append(item)
    } while take(",")
    return take("]") ? .list(items) : nil
  }

  private mutating func string() -> String? {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\")
    {
      position += 1
    }
    guard position < bytes.count else { return nil }
    var text = String(decoding: bytes[start..<position], as: UTF8.self)
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return text }
      if byte == UInt8(ascii: "\\") {
        guard let scalar = escaped() else { return nil }
        text.unicodeScalars.append(scalar)
      } else {
        let start = position - 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
          bytes[position] != UInt8(ascii: "\\")
        {
          position += 1
        }
        text += String(decoding: bytes[start..<position], as: UTF8.self)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    switch bytes[position] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      guard let high = unit() else { return nil }
      guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
      guard position + 2 < bytes.count, bytes[position + 2] == UInt8(ascii: "u") else { return nil }
      position += 2
      guard let low = unit(), (0xDC00..<0xE000).contains(low) else { return nil }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    case let byte: return Unicode.Scalar(byte)
    }
  }

  /// The four digits after the `u` at the position, which then stands on the last of them.
  private mutating func unit() -> UInt32? {
    guard position + 4 < bytes.count else { return nil }
    let digits = String(decoding: bytes[position + 1...position + 4], as: UTF8.self)
    position += 4
    return UInt32(digits, radix: 16)
  }

  private mutating func number() -> Value? {
    let start = position
    while position < bytes.count, "+-.eE0123456789".utf8.contains(bytes[position]) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return Int(text).map(Value.integer) ?? Double(text).map(Value.number)
  }

  private mutating func word(_ text: StaticString, _ value: Value) -> Value? {
    let end = position + text.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[position..<end].elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    else { return nil }
    position = end
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
  }
}
