import Diagnostics
import OpenStack
import TOSCA

/// How one TOSCA policy type becomes Heat resources.
package struct PolicyMapping: Sendable {
  /// The TOSCA type; a policy of a derived type uses the nearest mapping up its ancestors.
  package let type: String
  /// Adds the resources of a policy to the main template.
  let translate: @Sendable (_ policy: Int, _ template: inout TemplateBuilder) -> Void
  /// What a Senlin cluster gets for a policy that names its VDU.
  let clusterPolicy: ClusterPolicy?

  init(
    _ type: String, translate: @escaping @Sendable (_ policy: Int, _ template: inout TemplateBuilder) -> Void
  ) {
    self.type = type
    self.translate = translate
    clusterPolicy = nil
  }

  /// A policy that is nothing of its own: each cluster that it names gets one, when the cluster is made.
  ///
  /// `reading` has the properties that the spec is made of.
  init(
    _ type: String, ofClusters suffix: String, reading: Set<String>,
    needsServers: @escaping @Sendable (Policy) -> Bool = { _ in false },
    spec: @escaping @Sendable (_ policy: Int, _ group: Int, _ template: inout TemplateBuilder) -> SenlinSpec?
  ) {
    self.type = type
    clusterPolicy = ClusterPolicy(suffix: suffix, needsServers: needsServers, spec: spec)
    translate = { policy, template in
      template.reportWithoutCluster(policy)
      template.reportLeftovers(ofPolicy: policy, read: reading)
    }
  }

  /// The mapping of the type, or of the nearest of its ancestors that has one.
  static func mapping(of type: ResolvedType) -> PolicyMapping? {
    type.ancestors.lazy.compactMap { name in all.first { $0.type == name } }.first
  }
}

/// How a TOSCA policy becomes a policy of a Senlin cluster.
struct ClusterPolicy: Sendable {
  /// What its name ends in, after that of the cluster.
  let suffix: String
  /// Whether Senlin has it for nodes that are servers only, not for stacks.
  let needsServers: @Sendable (Policy) -> Bool
  /// The spec for one of the clusters; nil when the policy asks for nothing that Senlin does, which is reported.
  let spec: @Sendable (_ policy: Int, _ group: Int, _ template: inout TemplateBuilder) -> SenlinSpec?
}

extension TemplateBuilder {
  /// Properties of a policy that Senlin has under the same names, in the order of the names.
  mutating func values(_ names: [String], of policy: Int) -> ValueMap {
    var result = ValueMap()
    for name in names {
      result[name] = topology.policies[policy][property: name].flatMap { value($0) }
    }
    return result
  }

  /// Reports the targets of a policy that are no clusters.
  fileprivate mutating func reportWithoutCluster(_ offset: Int) {
    let policy = topology.policies[offset]
    if policy.targetNodes.isEmpty { report(.policyLeftOut(policy)) }
    for target in policy.targets {
      for node in topology.nodes(of: target) where plan.cluster(of: node) == nil {
        report(.noCluster(policy, target.name, topology[node]))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func noCluster(_ policy: Policy, _ target: TOSCADocument.Word, _ node: NodeTemplate)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "not-translated",
      "policy '\(policy.name.text)' is left out for '\(node.name.text)', which no policy of the driver 'senlin' scales",
      at: target.range)
  }
}
