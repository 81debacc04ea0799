/// A value of a HOT template, of a Senlin spec, or of an API body: what JSON can say, with maps in order.
package enum Value: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case list([Value])
  case map(ValueMap)
}

extension Value {
  /// The text of a string, else nil.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  package var bool: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  package var list: [Value]? {
    if case .list(let items) = self { items } else { nil }
  }

  package var map: ValueMap? {
    if case .map(let map) = self { map } else { nil }
  }

  package var isNull: Bool {
    self == .null
  }

  /// The value of a map's key; nil when this is no map or has no such key.
  package subscript(key: String) -> Value? {
    map?[key]
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByFloatLiteral
{
  package init(stringLiteral text: String) {
    self = .string(text)
  }

  package init(integerLiteral number: Int) {
    self = .integer(number)
  }

  package init(floatLiteral number: Double) {
    self = .number(number)
  }

  package init(booleanLiteral flag: Bool) {
    self = .bool(flag)
  }

  package init(arrayLiteral items: Value...) {
    self = .list(items)
  }

  package init(dictionaryLiteral entries: (String, OpenStack.Value)...) {
    self = .map(ValueMap(entries))
  }
}

extension Value: Codable {
  private struct MemberName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) {
      nil
    }
  }

  /// Reads any JSON value; the keys of an object come in order of name, because decoders do not keep theirs.
  ///
  /// The commonest kinds are tried first: a decoder makes an error of each wrong guess.
  package init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let text = try? single.decode(String.self) {
      self = .string(text)
    } else if let container = try? decoder.container(keyedBy: MemberName.self) {
      let keys = container.allKeys.sorted { $0.stringValue < $1.stringValue }
      self = .map(
        ValueMap(distinct: try keys.map { ($0.stringValue, try container.decode(Value.self, forKey: $0)) }))
    } else if single.decodeNil() {
      self = .null
    } else if let number = try? single.decode(Int.self) {
      self = .integer(number)
    } else if let flag = try? single.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? single.decode(Double.self) {
      self = .number(number)
    } else {
      var container = try decoder.unkeyedContainer()
      var items: [Value] = []
      while !container.isAtEnd {
        items.append(try container.decode(Value.self))
      }
      self = .list(items)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .integer(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .number(let number):
      var container = encoder.singleValueContainer()
      // JSON has no word for what is infinite.
      if number.isFinite { try container.encode(number) } else { try container.encodeNil() }
    case .string(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .list(let items):
      var container = encoder.unkeyedContainer()
      for item in items {
        try container.encode(item)
      }
    case .map(let map):
      var container = encoder.container(keyedBy: MemberName.self)
      for (key, value) in map {
        try container.encode(value, forKey: MemberName(stringValue: key))
      }
    }
  }
}
