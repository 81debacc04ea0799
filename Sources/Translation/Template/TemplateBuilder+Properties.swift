import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// The value of a property of a node or of a relationship (TOSCA Simple Profile 1.3, 4.4.2).
  mutating func property(
    _ path: ArraySlice<String>, of name: String, from place: PropertyValue
  ) -> OpenStack.Value? {
    switch holder(name) {
    case .nodes(let nodes)?:
      for node in nodes {
        if let found = found(path, in: node) { return follow(found, from: place) }
      }
      return nil
    case .relationship(let requirement)?:
      return path.first.flatMap { requirement[property: $0] }.flatMap {
        follow(Found(value: $0, path: path.dropFirst(), scope: scope), from: place)
      }
    case nil: return nil
    }
  }

  /// A value that a path led to, and what is left of the path.
  struct Found {
    let value: PropertyValue
    let path: ArraySlice<String>
    /// What SELF means in the value.
    let scope: ValueScope
  }

  /// The property of a node that a path leads to, maybe through one of its requirements or capabilities.
  func found(_ path: ArraySlice<String>, in node: NodeTemplate.ID) -> Found? {
    guard let first = path.first else { return nil }
    let rest = path.dropFirst()
    if let second = rest.first {
      let requirement = topology.requirements(of: node).first { $0.name.text == first && $0.target != nil }
      if let requirement, let target = requirement.target {
        let value = property(second, ofTargetOf: requirement) ?? topology[target][property: second]
        if let value {
          return Found(value: value, path: rest.dropFirst(), scope: ValueScope(node: target))
        }
        if let value = requirement[property: second] {
          return Found(value: value, path: rest.dropFirst(), scope: ValueScope(requirement: requirement))
        }
      }
      if let value = property(second, ofCapability: first, of: node) {
        return Found(value: value, path: rest.dropFirst(), scope: ValueScope(node: node))
      }
    }
    return topology[node][property: first].map { Found(value: $0, path: rest, scope: ValueScope(node: node)) }
  }

  /// The property of the capability that a requirement uses.
  private func property(_ name: String, ofTargetOf requirement: Requirement) -> PropertyValue? {
    guard let target = requirement.target else { return nil }
    let wanted = topology[requirement.source].type.requirements.first {
      $0.name.text == requirement.name.text
    }?.capability?.text
    let offered = topology[target].type.capabilities.filter { capability in
      [requirement.capability, wanted].contains(capability.type.text)
    }
    let names = [requirement.capability, requirement.name.text].compactMap { $0 } + offered.map(\.name.text)
    return names.lazy.compactMap { property(name, ofCapability: $0, of: target) }.first
  }

  /// The property of a capability: the template's, else its type's default.
  private func property(
    _ name: String, ofCapability capability: String, of node: NodeTemplate.ID
  ) -> PropertyValue? {
    let stated = topology[node].capability(capability)?.properties.first { $0.name.text == name }?.value
    if let stated, !stated.isNull { return stated }
    let definition = topology[node].type.capabilities.first { $0.name.text == capability }
    return definition?.properties.first { $0.name.text == name }?.defaultValue
      ?? definition.flatMap { topology.types.known(.capability, $0.type) }?.defaultValue(of: name)
  }

  /// The value of a property that another one refers to; what refers in a circle, or to more than any template needs,
  /// is reported.
  mutating func follow(_ found: Found, from place: PropertyValue) -> OpenStack.Value? {
    propertyDepth += 1
    followedProperties += 1
    defer {
      propertyDepth -= 1
      if propertyDepth == 0 { followedProperties = 0 }
    }
    guard propertyDepth <= 50, followedProperties <= 10_000 else {
      if !isCycleReported { report(.propertyCycle(place)) }
      isCycleReported = true
      return nil
    }
    return within(found.scope) { $0.part(found.path, of: found.value) }
  }
}

extension Diagnostic {
  fileprivate static func propertyCycle(_ place: PropertyValue) -> Diagnostic {
    var call = "the value"
    if case .function(let function) = place.content {
      let words = function.arguments.prefix(5).compactMap(\.text).joined(separator: ", ")
      call = "'\(function.name): [\(words)]'"
    }
    return Diagnostic(
      .error, "property-cycle", "\(call) leads back to itself, or to others without end", at: place.range)
  }
}
