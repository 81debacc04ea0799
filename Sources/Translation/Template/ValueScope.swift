import OpenStack
import TOSCA

/// What SELF, HOST, SOURCE and TARGET mean where a value stands (TOSCA Simple Profile 1.3, 4.1).
struct ValueScope {
  /// SELF of a node's values.
  var node: NodeTemplate.ID?
  /// SELF of a relationship's values, which has a source and a target.
  var requirement: Requirement?
}

/// What an entity's name in a call stands for.
enum ValueHolder {
  /// Nodes that are asked one after the other: one, or for HOST all below a node.
  case nodes([NodeTemplate.ID])
  case relationship(Requirement)
}

extension TemplateBuilder {
  /// What the first argument of a call stands for; nil for nothing here.
  func holder(_ name: String) -> ValueHolder? {
    switch name {
    case "SELF":
      if let node = scope.node { return .nodes([node]) }
      return scope.requirement.map(ValueHolder.relationship)
    case "SOURCE": return scope.requirement.map { .nodes([$0.source]) }
    case "TARGET": return scope.requirement?.target.map { .nodes([$0]) }
    case "HOST": return scope.node.map { .nodes(allHosts(of: $0)) }
    default: return topology.node(named: name).map { .nodes([$0]) }
    }
  }

  /// The nodes below a node, the nearest first.
  private func allHosts(of node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    var hosts: [NodeTemplate.ID] = []
    var seen: Set<NodeTemplate.ID> = [node]
    var open = topology.hosts(of: node)
    while !open.isEmpty, hosts.count < 1000 {
      let level = open.filter { seen.insert($0).inserted }
      hosts += level
      open = level.flatMap { topology.hosts(of: $0) }
    }
    return hosts
  }

  /// Runs `body` with another meaning of SELF.
  mutating func within<Result>(_ inner: ValueScope, _ body: (inout TemplateBuilder) -> Result) -> Result {
    let outer = scope
    scope = inner
    defer { scope = outer }
    return body(&self)
  }
}
