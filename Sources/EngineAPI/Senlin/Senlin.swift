import Engine
import OpenStack

extension Service {
  /// The Clustering API, version 1.
  static let senlin = Service(root: "/clustering/v1", routes: .senlin) { refused in
    [
      "code": .integer(refused.status), "title": .string(refused.title),
      "explanation": .string(refused.explanation),
      "error": [
        "code": .integer(refused.status), "type": .string(refused.type), "message": .string(refused.message),
      ],
    ]
  }
}

extension APIRequest {
  /// What is under the one key that the body of a Senlin request has.
  func wrapped(in key: String) throws(EngineError) -> ValueMap {
    guard let map = body?.map, let inner = map[key]?.map else {
      throw EngineError(.invalid, "HTTPBadRequest", "Request body missing '\(key)' key.")
    }
    return inner
  }

  /// The address of an action, which answers to asynchronous calls carry.
  func link(toAction id: String) -> String {
    "\(origin)\(Service.senlin.root)/actions/\(id)"
  }

  /// The bodies of the items that the query's filters and its page ask for, in the order asked for.
  ///
  /// Only the given fields filter; what sorts is named as the bodies name it.
  func select<Item>(
    _ items: [Item], id: (Item) -> String, fields: [String: (Item) -> String], sortKeys: [String],
    body: (Item) -> Value
  ) throws(EngineError) -> Value {
    var items = items
    for (name, value) in query where !["limit", "marker", "sort", "global_project"].contains(name) {
      guard let field = fields[name] else {
        throw .badRequest("Invalid parameter \(name)")
      }
      let wanted = query.filter { $0.name == name }.map(\.value)
      guard !value.isEmpty else { continue }
      items.removeAll { !wanted.contains(field($0)) }
    }
    if let marker = query("marker"), !isUUID(marker) {
      throw .badRequest("The value for marker is not a valid UUID: '\(marker)'.")
    }
    let order = try SortOrder(query("sort") ?? "", allowed: sortKeys)
    // Of equal items the order in which the engine has them stands.
    let sorted = order.keys.isEmpty ? items : order.sorted(items, by: body)
    return .list(try page(sorted, id: id).map(body))
  }
}

private func isUUID(_ text: String) -> Bool {
  let lengths = text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
  return (lengths == [8, 4, 4, 4, 12] || lengths == [32]) && text.allSatisfy { $0.isHexDigit || $0 == "-" }
}

extension ValueMap {
  /// A name, which an object must have.
  func requiredName(of kind: String) throws(EngineError) -> String {
    let name = try requiredText("name")
    let isAllowed = name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || "._~-".unicodeScalars.contains(scalar) || (0x4E00...0x9FA5).contains(scalar.value)
    }
    guard isAllowed, (1...255).contains(name.count) else {
      throw .badRequest("The value for the 'name' (\(name)) contains illegal characters.")
    }
    return name
  }

  func requiredText(_ key: String) throws(EngineError) -> String {
    guard let value = self[key] else { throw .badRequest("'\(key)' is a required property") }
    guard let text = value.string else { throw .badRequest("'\(key)' must be a string") }
    return text
  }

  /// An integer, or the text of one; none that sums of could overflow.
  func count(_ key: String) throws(EngineError) -> Int? {
    guard let value = self[key], !value.isNull else { return nil }
    guard let count = value.integer ?? value.string.flatMap({ Int($0) }),
      let number = Int32(exactly: count)
    else {
      throw .badRequest("The value for \(key) must be an integer")
    }
    return Int(number)
  }

  /// A count, or the text of one.
  func natural(_ key: String) throws(EngineError) -> Int? {
    let count = try count(key)
    guard count.map({ $0 >= 0 }) ?? true else {
      throw .badRequest("Value must be >= 0 for field '\(key)'.")
    }
    return count
  }

  /// A count, or -1 for none.
  func limit(_ key: String) throws(EngineError) -> Int? {
    let count = try count(key)
    return count == -1 ? count : try natural(key)
  }

  /// The inputs of a cluster's action, which come from a receiver or a webhook's caller.
  func actionInputs() throws(EngineError) -> ValueMap {
    _ = try natural("count")
    return self
  }

  /// A map, empty when the key is absent.
  func inner(_ key: String) throws(EngineError) -> ValueMap {
    guard let value = self[key], !value.isNull else { return [:] }
    guard let map = value.map else { throw .badRequest("The value for \(key) must be a map") }
    return map
  }

  func flag(_ key: String, default standard: Bool) throws(EngineError) -> Bool {
    switch self[key] {
    case nil: return standard
    case .bool(let flag): return flag
    case .string(let text) where text.lowercased() == "true": return true
    case .string(let text) where text.lowercased() == "false": return false
    default: throw .badRequest("Unrecognized value for '\(key)', acceptable values are: true, false")
    }
  }
}
