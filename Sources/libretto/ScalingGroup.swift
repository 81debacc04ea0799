import Deployment
import OpenStack

/// An `OS::Heat::AutoScalingGroup` of a stack with the policies that scale it.
struct ScalingGroup: Sendable {
  struct Policy: Sendable {
    var name: String
    /// By how many members it changes the group; nil when the template does not say it in a number.
    var step: Int?
    /// Where a call scales the group, without a token.
    var signalURL: String
  }

  var name: String
  var status: String
  var size: Int
  var minSize: Int?
  var maxSize: Int?
  /// The stack that the group keeps its members in.
  var stackID: String
  var policies: [Policy]

  var value: Value {
    [
      "name": .string(name), "status": .string(status), "current_size": .integer(size),
      "min_size": minSize.map(Value.integer) ?? .null, "max_size": maxSize.map(Value.integer) ?? .null,
      "policies": .list(
        policies.map {
          [
            "name": .string($0.name), "scaling_adjustment": $0.step.map(Value.integer) ?? .null,
            "signal_url": .string($0.signalURL),
          ]
        }),
    ]
  }

  var section: (title: String, listing: Listing) {
    let bounds = [minSize.map { "min \($0)" }, maxSize.map { "max \($0)" }].compactMap(\.self)
    let tail = bounds.isEmpty ? "" : " (\(bounds.joined(separator: ", ")))"
    return (
      "group \(name): \(status), \(size) members\(tail)",
      Listing(
        columns: ["Policy", "Adjustment", "Signal URL"],
        rows: policies.map { policy in
          let step = policy.step.map { $0 > 0 ? "+\($0)" : String($0) } ?? "?"
          return [.string(policy.name), .string(step), .string(policy.signalURL)]
        })
    )
  }
}

extension Target {
  /// The groups of a stack, in the template's order.
  func groups(of stack: Stack) async throws(DeploymentError) -> [ScalingGroup] {
    let resources = try await heat.resources(of: stack)
    guard resources.contains(where: { $0.type == "OS::Heat::AutoScalingGroup" }) else { return [] }
    let template = try await heat.template(of: stack)
    var groups: [ScalingGroup] = []
    for resource in resources where resource.type == "OS::Heat::AutoScalingGroup" {
      let properties = template["resources"]?[resource.name]?["properties"]
      var group = ScalingGroup(
        name: resource.name, status: resource.status, size: 0,
        minSize: properties?["min_size"]?.count(in: stack),
        maxSize: properties?["max_size"]?.count(in: stack), stackID: resource.physicalID, policies: [])
      let shown = try await heat.resource(resource.name, of: stack)
      group.size = shown.attributes["current_size"]?.integer ?? 0
      for policy in resources where policy.type == "OS::Heat::ScalingPolicy" {
        let properties = template["resources"]?[policy.name]?["properties"]
        guard properties?["auto_scaling_group_id"]?.names(group.name) == true else { continue }
        let attributes = try await heat.resource(policy.name, of: stack).attributes
        let url = attributes["signal_url"]?.string ?? attributes["alarm_url"]?.string ?? ""
        group.policies.append(
          ScalingGroup.Policy(
            name: policy.name, step: properties?["scaling_adjustment"]?.count(in: stack), signalURL: url))
      }
      groups.append(group)
    }
    return groups
  }
}

extension Value {
  /// A number, its text, or the value of the parameter that stands for it.
  fileprivate func count(in stack: Stack) -> Int? {
    let value = self["get_param"]?.string.flatMap { stack.parameters[$0] } ?? self
    return value.integer ?? value.string.flatMap { Int($0) }
  }

  /// Whether this is a reference to a resource of that name.
  fileprivate func names(_ resource: String) -> Bool {
    self["get_resource"]?.string == resource || string == resource
  }
}
