extension HeatTemplate {
  /// Reads a template that came as a map, with the checks that Heat makes before it looks at types (HOT, 1).
  package init(_ value: Value) throws(TemplateError) {
    guard let sections = value.map else {
      throw TemplateError("The template is not a JSON object or YAML mapping.")
    }
    guard let version = sections["heat_template_version"] else {
      throw TemplateError(
        "Template format version not found.", name: "InvalidTemplateVersion")
    }
    self.init(version: version.text ?? "", description: sections["description"]?.string)
    for (section, _) in sections where !Self.sections.contains(section) {
      throw TemplateError("The template section is invalid: \(section)", name: "InvalidTemplateSection")
    }
    for (name, definition) in try Self.section("parameters", of: sections) {
      parameters.append(Named(name, try HeatParameter(definition, name: name)))
    }
    let taken = Set(parameters.map(\.name))
    for (name, definition) in try Self.section("resources", of: sections) {
      guard !name.contains("/") else {
        throw TemplateError("Resource name may not contain \"/\": \(name)")
      }
      guard !taken.contains(name) else {
        throw TemplateError("Duplicate names: \(name)")
      }
      resources.append(Named(name, try HeatResource(definition, name: name)))
    }
    for (name, definition) in try Self.section("outputs", of: sections) {
      guard let value = definition["value"] else {
        throw TemplateError("Each output definition must contain a \"value\" key: \(name)")
      }
      outputs.append(Named(name, HeatOutput(value, description: definition["description"]?.string)))
    }
  }

  private static let sections = [
    "heat_template_version", "description", "parameter_groups", "parameters", "resources", "outputs",
    "conditions",
  ]

  private static func section(_ name: String, of sections: ValueMap) throws(TemplateError) -> ValueMap {
    guard let section = sections[name], !section.isNull else { return ValueMap() }
    guard let members = section.map else {
      throw TemplateError(
        "\"\(name)\" must contain a map of \(name) maps. Found a [\(section.kindName)] instead")
    }
    for (member, definition) in members where definition.map == nil {
      let expected = "\"\(name)\" must contain a map of \(name) maps."
      throw TemplateError("\(expected) Found a [\(definition.kindName)] instead: \(member)")
    }
    return members
  }
}

/// Why a map is not a HOT template, in Heat's words.
package struct TemplateError: Error, Hashable, Sendable {
  /// Heat's class, such as `InvalidTemplateSection`.
  package let name: String
  package let message: String

  init(_ message: String, name: String = "StackValidationFailed") {
    self.name = name
    self.message = message
  }
}

extension HeatParameter {
  fileprivate init(_ definition: Value, name: String) throws(TemplateError) {
    guard let typeName = definition["type"]?.string else {
      throw TemplateError("Invalid parameter \(name): Missing parameter type for parameter: \(name)")
    }
    guard let type = Kind(rawValue: typeName) else {
      throw TemplateError("Invalid parameter \(name): Invalid type (\(typeName))", name: "InvalidSchemaError")
    }
    self.init(type: type)
    label = definition["label"]?.string
    description = definition["description"]?.string
    if let given = definition["default"], !given.isNull { defaultValue = given }
    isHidden = definition["hidden"]?.bool ?? (definition["hidden"]?.string?.lowercased() == "true")
    constraints = definition["constraints"]?.list ?? []
    for (key, _) in definition.map ?? ValueMap() where !Self.keys.contains(key) {
      throw TemplateError("Invalid key '\(key)' for parameter (\(name))", name: "InvalidSchemaError")
    }
  }

  private static let keys = [
    "type", "label", "description", "default", "hidden", "constraints", "immutable", "tags",
  ]
}

extension HeatResource {
  fileprivate init(_ definition: Value, name: String) throws(TemplateError) {
    for (key, _) in definition.map ?? ValueMap() where !Self.keys.contains(key) {
      throw TemplateError("\"\(key)\" is not a valid keyword inside a resource definition")
    }
    guard let type = definition["type"]?.string, !type.isEmpty else {
      throw TemplateError("Resource \(name) has no type: each resource must contain a string \"type\" key.")
    }
    var properties = ValueMap()
    if let given = definition["properties"], !given.isNull {
      guard let map = given.map else {
        throw TemplateError("Resource \(name) properties type must be a map, not a \(given.kindName)")
      }
      properties = map
    }
    self.init(type: type, properties: properties)
    metadata = definition["metadata"]
    switch definition["depends_on"] {
    case .string(let other): dependsOn = [other]
    case .list(let others): dependsOn = others.compactMap(\.string)
    default: break
    }
    if let policy = definition["deletion_policy"]?.string {
      guard let known = DeletionPolicy(rawValue: policy.prefix(1).uppercased() + policy.dropFirst()) else {
        throw TemplateError("Invalid deletion policy \"\(policy)\"")
      }
      deletionPolicy = known
    }
  }

  private static let keys = [
    "type", "properties", "metadata", "depends_on", "deletion_policy", "update_policy", "description",
    "condition",
    "external_id",
  ]
}

extension Value {
  /// The text of a string or a number; a date is text in YAML readers that do not know dates.
  fileprivate var text: String? {
    switch self {
    case .string(let text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  fileprivate var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "bool"
    case .integer: "int"
    case .number: "float"
    case .string: "string"
    case .list: "list"
    case .map: "dict"
    }
  }
}
