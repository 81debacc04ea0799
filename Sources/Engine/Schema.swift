import OpenStack

/// A property that a resource type, a profile type or a policy type takes.
struct Schema: Sendable {
  enum Kind: String, Sendable {
    case string = "String"
    case integer = "Integer"
    case number = "Number"
    case boolean = "Boolean"
    case list = "List"
    case map = "Map"
  }

  let name: String
  let kind: Kind
  let isRequired: Bool
  let defaultValue: Value?
  /// What a string may say; anything where there is none.
  let allowed: [String]
  let minimum: Double?
  /// The members of a map, or of each map in a list; any where there are none.
  let members: [Schema]

  init(
    _ name: String, _ kind: Kind, required: Bool = false, default defaultValue: Value? = nil,
    allowed: [String] = [], minimum: Double? = nil, members: [Schema] = []
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = required
    self.defaultValue = defaultValue
    self.allowed = allowed
    self.minimum = minimum
    self.members = members
  }

  static func strings(_ names: String...) -> [Schema] { names.map { Schema($0, .string) } }
  static func booleans(_ names: String...) -> [Schema] { names.map { Schema($0, .boolean) } }
  static func integers(_ names: String...) -> [Schema] { names.map { Schema($0, .integer) } }
  static func lists(_ names: String...) -> [Schema] { names.map { Schema($0, .list) } }
  static func maps(_ names: String...) -> [Schema] { names.map { Schema($0, .map) } }
}

/// What is wrong with a value, and where.
struct SchemaError: Error {
  /// The names and indices that lead to the value.
  var path: [String]
  var trouble: Trouble

  enum Trouble {
    case missing(String)
    case unknown(String)
    case wrong(String)
  }
}

extension [Schema] {
  /// Checks a map's members; functions are taken on trust, because their results come later.
  func check(_ map: ValueMap) throws(SchemaError) {
    for (key, value) in map {
      guard let schema = first(where: { $0.name == key }) else {
        throw SchemaError(path: [], trouble: .unknown(key))
      }
      do throws(SchemaError) {
        try schema.check(value)
      } catch {
        throw SchemaError(path: [key] + error.path, trouble: error.trouble)
      }
    }
    for schema in self where schema.isRequired && (map[schema.name] ?? .null).isNull {
      throw SchemaError(path: [], trouble: .missing(schema.name))
    }
  }
}

extension Schema {
  fileprivate func check(_ value: Value) throws(SchemaError) {
    guard !value.isNull, value.call == nil else { return }
    switch kind {
    case .string: try checkString(value)
    case .integer, .number: try checkNumber(value)
    case .boolean:
      let isFlag = value.flag != nil
      guard isFlag else { throw .wrong("\"\(value.text)\" is not a valid boolean") }
    case .list:
      guard let items = value.list else { throw .wrong("\"\(value.text)\" is not a list") }
      guard !members.isEmpty else { return }
      for (index, item) in items.enumerated() where item.call == nil {
        guard let map = item.map else { throw .wrong("\"\(item.text)\" is not a map") }
        do throws(SchemaError) {
          try members.check(map)
        } catch {
          throw SchemaError(path: ["\(index)"] + error.path, trouble: error.trouble)
        }
      }
    case .map:
      guard let map = value.map else { throw .wrong("\"\(value.text)\" is not a map") }
      if !members.isEmpty { try members.check(map) }
    }
  }

  private func checkString(_ value: Value) throws(SchemaError) {
    guard value.list == nil, value.map == nil else {
      throw .wrong("Value must be a string; got \(value.text)")
    }
    guard allowed.isEmpty || allowed.contains(value.text) else {
      throw .wrong("\"\(value.text)\" is not an allowed value \(allowed.joined(separator: ", "))")
    }
  }

  private func checkNumber(_ value: Value) throws(SchemaError) {
    guard let number = value.double, kind == .number || number == number.rounded() else {
      throw .wrong("Value '\(value.text)' is not \(kind == .integer ? "an integer" : "a number")")
    }
    if let minimum, number < minimum {
      throw .wrong("\(value.text) is out of range (min: \(Value.integer(Int(minimum)).text), max: None)")
    }
  }
}

extension SchemaError {
  fileprivate static func wrong(_ message: String) -> SchemaError {
    SchemaError(path: [], trouble: .wrong(message))
  }
}

extension Value {
  /// A number, also one that came as text.
  var double: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .string(let text): Double(text)
    default: nil
    }
  }

  /// A whole number, also one that came as text.
  var wholeNumber: Int? {
    double.flatMap { Int(exactly: $0) }
  }

  /// A truth value, also one that came as text.
  var flag: Bool? {
    switch self {
    case .bool(let flag): flag
    case .integer(1): true
    case .integer(0): false
    case .string(let text):
      switch text.lowercased() {
      case "true", "t", "yes", "y", "on", "1": true
      case "false", "f", "no", "n", "off", "0": false
      default: nil
      }
    default: nil
    }
  }
}
