// The general coders sort the keys of maps, or forget their order, and are many times slower; templates keep their
// order, and nodes come by the hundred.

extension Value {
  /// The value as JSON text in UTF-8, its maps in their order; a number that JSON cannot say is null.
  package var jsonBytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  /// Reads JSON text (RFC 8259), keeping the order of its maps; nil when it is none, or nested too deep.
  ///
  /// Of two entries of a map with one key the later value stands.
  package init?(parsingJSON bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.document() else { return nil }
    self = value
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .number(let number): bytes += (number.isFinite ? "\(number)" : "null").utf8
    case .string(let text): Value.write(text, to: &bytes)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        item.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .map(let map):
      bytes.append(UInt8(ascii: "{"))
      for (index, entry) in map.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Value.write(entry.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        entry.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += "\\n".utf8
      case UInt8(ascii: "\r"): bytes += "\\r".utf8
      case UInt8(ascii: "\t"): bytes += "\\t".utf8
      case 0..<0x20:
        bytes += "\\u00".utf8
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Reads JSON from bytes that may be anything.
///
/// Beside a `Value`, `nil` may mean `null`: what is no JSON is returned by `guard`, never by a conditional expression.
private struct JSONReader {
  /// How many lists and maps may stand in one another.
  private static let deepest = 128

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() -> Value? {
    guard let value = value() else { return nil }
    skipSpace()
    guard position == bytes.count else { return nil }
    return value
  }

  private mutating func value() -> Value? {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return nested { $0.map() }
    case UInt8(ascii: "["): return nested { $0.list() }
    case UInt8(ascii: "\""): return string().map(Value.string)
    case UInt8(ascii: "t"): return take("true", as: .bool(true))
    case UInt8(ascii: "f"): return take("false", as: .bool(false))
    case UInt8(ascii: "n"): return take("null", as: .null)
    default: return number()
    }
  }

  private mutating func nested(_ read: (inout JSONReader) -> Value?) -> Value? {
    guard depth < JSONReader.deepest else { return nil }
    position += 1
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func map() -> Value? {
    var entries: [ValueMap.Element] = []
    var places: [String: Int] = [:]
    if take("}") { return .map(ValueMap()) }
    repeat {
      skipSpace()
      guard let key = string(), take(":"), let value = value() else { return nil }
      if let place = places[key] {
        entries[place].value = value
      } else {
        places[key] = entries.count
        entries.append((key, value))
      }
    } while take(",")
    guard take("}") else { return nil }
    return .map(ValueMap(distinct: entries))
  }

  private mutating func list() -> Value? {
    var items: [Value] = []
    if take("]") { return .list([]) }
    repeat {
      guard let item = value() else { return nil }
      items.append(item)
    } while take(",")
    guard take("]") else { return nil }
    return .list(items)
  }
}

// MARK: Scalars

extension JSONReader {
  private mutating func string() -> String? {
    guard take(byte: UInt8(ascii: "\"")) else { return nil }
    let start = position
    while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      position += 1
    }
    var text = Array(bytes[start..<position])
    while let byte = peek, byte >= 0x20 {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        text += Array(String(scalar).utf8)
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = peek else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      guard let high = unit() else { return nil }
      guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
      guard take(byte: UInt8(ascii: "\\")), take(byte: UInt8(ascii: "u")), let low = unit(),
        (0xDC00..<0xE000).contains(low)
      else { return nil }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    default: return nil
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    position += 4
    return unit
  }

  private mutating func number() -> Value? {
    let start = position
    _ = take(byte: UInt8(ascii: "-"))
    let first = peek
    let wholes = digits()
    guard wholes > 0, wholes == 1 || first != UInt8(ascii: "0") else { return nil }
    var isWhole = true
    if take(byte: UInt8(ascii: ".")) {
      isWhole = false
      guard digits() > 0 else { return nil }
    }
    if take(byte: UInt8(ascii: "e")) || take(byte: UInt8(ascii: "E")) {
      isWhole = false
      if !take(byte: UInt8(ascii: "+")) { _ = take(byte: UInt8(ascii: "-")) }
      guard digits() > 0 else { return nil }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let number = Int(text) { return .integer(number) }
    guard let number = Double(text), number.isFinite else { return nil }
    return .number(number)
  }

  /// Skips digits and says how many there were.
  private mutating func digits() -> Int {
    let start = position
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }
}

// MARK: Bytes

extension JSONReader {
  private var peek: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func take(byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private mutating func take(_ word: StaticString, as value: Value) -> Value? {
    let end = position + word.utf8CodeUnitCount
    let isThere = word.withUTF8Buffer { end <= bytes.count && bytes[position..<end].elementsEqual($0) }
    guard isThere else { return nil }
    position = end
    return value
  }

  /// Takes a character that may stand behind white space.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    return take(byte: UInt8(ascii: character))
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }
}
