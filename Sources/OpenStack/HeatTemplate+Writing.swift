extension HeatTemplate {
  /// The template as the map that Heat's API takes; empty sections are left out (HOT, Template structure).
  package var value: Value {
    var map: [ValueMap.Element] = [("heat_template_version", .string(version))]
    if let description {
      map.append(("description", .string(description)))
    }
    func section(_ name: String, _ members: [ValueMap.Element]) {
      guard !members.isEmpty else { return }
      map.append((name, .map(ValueMap(distinct: members))))
    }
    section("parameters", parameters.map { ($0.name, $0.element.value) })
    section("resources", resources.map { ($0.name, $0.element.value) })
    section("outputs", outputs.map { ($0.name, $0.element.entry) })
    return .map(ValueMap(distinct: map))
  }
}

extension HeatParameter {
  fileprivate var value: Value {
    var map: ValueMap = ["type": .string(type.rawValue)]
    map["label"] = label.map(Value.string)
    map["description"] = description.map(Value.string)
    map["default"] = defaultValue
    if isHidden { map["hidden"] = true }
    if !constraints.isEmpty { map["constraints"] = .list(constraints) }
    return .map(map)
  }
}

extension HeatResource {
  fileprivate var value: Value {
    var map: ValueMap = ["type": .string(type)]
    if let deletionPolicy { map["deletion_policy"] = .string(deletionPolicy.rawValue) }
    switch dependsOn.count {
    case 0: break
    case 1: map["depends_on"] = .string(dependsOn[0])
    default: map["depends_on"] = .list(dependsOn.map(Value.string))
    }
    map["metadata"] = metadata
    if !properties.isEmpty { map["properties"] = .map(properties) }
    return .map(map)
  }
}

extension HeatOutput {
  fileprivate var entry: Value {
    var map = ValueMap()
    map["description"] = description.map(Value.string)
    map["value"] = value
    return .map(map)
  }
}
