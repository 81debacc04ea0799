import OpenStack

/// The spec of a profile or a policy, taken apart (Senlin, schema language).
struct Spec {
  let type: String
  let version: String
  let properties: ValueMap

  init(_ value: Value, allowing other: Set<String> = []) throws(EngineError) {
    guard let spec = value.map else { throw .invalidSpec("The spec is not a map.") }
    for (key, _) in spec where !["type", "version", "properties"].contains(key) && !other.contains(key) {
      throw .invalidSpec("Unrecognizable spec item '\(key)'")
    }
    guard let type = spec["type"]?.string else {
      throw .invalidSpec("The 'type' key is missing from the provided spec map.")
    }
    guard let version = spec["version"], !version.isNull else {
      throw .invalidSpec("The 'version' key is missing from the provided spec map.")
    }
    self.type = type
    // YAML reads `1.0` as a number, whose text is then that of a number.
    self.version = version.text
    guard let properties = spec["properties"]?.map else {
      throw .invalidSpec("Required spec item 'properties' not provided")
    }
    self.properties = properties
  }

  var fullType: String { "\(type)-\(version)" }

  func check(_ schemas: [Schema]) throws(EngineError) {
    do {
      try schemas.check(properties)
    } catch {
      let message =
        switch error.trouble {
        case .missing(let name): "Required spec item '\(name)' not provided"
        case .unknown(let name): "Unrecognizable spec item '\(name)'"
        case .wrong(let message): message
        }
      guard !error.path.isEmpty else { throw .invalidSpec(message) }
      throw .invalidSpec("Spec validation error (\(error.path.joined(separator: "."))): \(message)")
    }
  }
}
