extension PropertyValue {
  /// Whether a value can be read as a type of TOSCA's own; what a list or a map holds is not looked at.
  func fits(_ type: PrimitiveType) -> Bool {
    switch type {
    case .string: text != nil
    case .integer: integer != nil
    case .float: number != nil
    case .boolean: bool != nil
    case .timestamp: text.flatMap(Timestamp.init) != nil
    case .version: text.flatMap(TOSCAVersion.init) != nil
    case .null: isNull
    case .range: isRange
    case .list: items != nil
    case .map: entries != nil
    case .json, .xml: true
    case .size, .time, .frequency, .bitrate:
      type.dimension.flatMap { dimension in text.flatMap { ScalarUnit($0, dimension) } } != nil
    }
  }

  /// Two whole numbers, the second of which may be open (3.3.3); calls are let through.
  private var isRange: Bool {
    guard let items, items.count == 2 else { return false }
    return items[0].isWholeOrCall && (items[1].isWholeOrCall || items[1].isUnbounded)
  }

  private var isWholeOrCall: Bool {
    if case .function = content { true } else { integer != nil }
  }

  /// Whether this is a range that holds no number: its lower bound is over its upper one.
  var isEmptyRange: Bool {
    guard let items, items.count == 2, let lower = items[0].integer, let upper = items[1].integer else {
      return false
    }
    return lower > upper
  }
}

extension PrimitiveType {
  /// The type in words, for a message.
  var phrase: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .float: "a number"
    case .boolean: "true or false"
    case .list: "a list"
    case .map: "a map"
    case .null: "null"
    case .timestamp: "a timestamp such as 2016-04-08T21:59:43Z, of a day that there is"
    case .version: "a version such as 2.1 or 2.1.0.beta-3"
    case .range: "a range such as [1, 4] or [1, UNBOUNDED]"
    case .size, .time, .frequency, .bitrate:
      dimension.map { "a number with a unit (\(ScalarUnit.units($0).joined(separator: ", ")))" } ?? rawValue
    case .json, .xml: "a \(rawValue)"
    }
  }
}
