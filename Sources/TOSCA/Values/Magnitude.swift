/// What a value is compared by under a constraint; two of one type of value are of one case, but for numbers.
enum Magnitude: Equatable {
  case integer(Int)
  case number(Double)
  case version(TOSCAVersion)
  case moment(Timestamp)
  case text(String)

  /// The order of two magnitudes; nil when there is none, as between a text and a number.
  static func isLess(_ left: Self, _ right: Self) -> Bool? {
    switch (left, right) {
    case (.integer(let own), .integer(let other)): own < other
    case (.version(let own), .version(let other)): own < other
    case (.moment(let own), .moment(let other)): own < other
    case (.text(let own), .text(let other)): own < other
    default:
      if let own = left.double, let other = right.double { own < other } else { nil }
    }
  }

  private var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .version, .moment, .text: nil
    }
  }
}

extension PropertyValue {
  /// The magnitude of a scalar of a comparable type (3.6.3.2); nil for a value that does not fit and for other types.
  func magnitude(as type: PrimitiveType) -> Magnitude? {
    switch type {
    case .integer: integer.map(Magnitude.integer)
    case .float:
      if case .integer(let number) = content { .integer(number) } else { number.map(Magnitude.number) }
    case .size, .time, .frequency, .bitrate:
      if case .string(let text) = content {
        type.dimension.flatMap { ScalarUnit(text, $0) }.map { Magnitude.number($0.value) }
          ?? integer.map(Magnitude.integer)
      } else {
        number.map(Magnitude.number)
      }
    case .version: text.flatMap(TOSCAVersion.init).map(Magnitude.version)
    case .timestamp: text.flatMap(Timestamp.init).map(Magnitude.moment)
    case .string: text.map(Magnitude.text)
    case .boolean, .null, .range, .list, .map, .json, .xml: nil
    }
  }

  /// Whether two values say the same as values of a type, wherever they are written.
  func isSame(as other: PropertyValue, _ type: PrimitiveType) -> Bool {
    if let own = magnitude(as: type), let other = other.magnitude(as: type) {
      return Magnitude.isLess(own, other) == false && Magnitude.isLess(other, own) == false
    }
    return isSame(as: other)
  }

  private func isSame(as other: PropertyValue) -> Bool {
    switch (content, other.content) {
    case (.list(let own), .list(let other)):
      return own.count == other.count && zip(own, other).allSatisfy { $0.isSame(as: $1) }
    case (.map(let own), .map(let other)):
      return own.count == other.count
        && own.allSatisfy { entry in
          other.contains { $0.key == entry.key && entry.value.isSame(as: $0.value) }
        }
    case (.bool, _), (_, .bool):
      if let own = bool, let other = other.bool { return own == other }
      return text == other.text
    case (.null, .null): return true
    default: return text != nil && text == other.text
    }
  }
}
