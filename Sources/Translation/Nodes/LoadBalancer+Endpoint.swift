import Diagnostics
import OpenStack
import TOSCA

/// Where load is taken (TOSCA Simple Profile 1.3, 5.5.5).
struct BalancedEndpoint {
  /// The protocol under its name in OpenStack; nil where nothing says it.
  var kind: String?
  /// nil where nothing says it.
  var port: OpenStack.Value?
}

extension TemplateBuilder {
  /// The endpoint that is a capability of a node.
  mutating func endpoint(
    _ capability: String, of node: NodeTemplate.ID, speaking protocols: [String]
  ) -> BalancedEndpoint {
    var endpoint = BalancedEndpoint()
    endpoint.port = takeValue("port", of: node, capability: capability).flatMap { value($0) }
    guard let stated = takeValue("protocol", of: node, capability: capability), !stated.isNull else {
      return endpoint
    }
    endpoint.kind = topology.settled(stated)?.text.map { $0.uppercased() }.flatMap { name in
      protocols.contains(name) ? name : nil
    }
    if endpoint.kind == nil { report(.unknownProtocol(stated, protocols)) }
    return endpoint
  }

  /// The way in which a load balancer chooses, under its name in OpenStack, however it is spelled.
  mutating func balancingAlgorithm(_ stated: PropertyValue, among names: [String]) -> OpenStack.Value? {
    guard !stated.isNull else { return nil }
    let letters = topology.settled(stated)?.text?.uppercased().filter(\.isLetter)
    guard let name = names.first(where: { $0.filter(\.isLetter) == letters }) else {
      report(.unknownAlgorithm(stated, names))
      return nil
    }
    return .string(name)
  }
}

extension Diagnostic {
  fileprivate static func unknownProtocol(_ value: PropertyValue, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "this protocol is left out; a load balancer speaks \(listed(known))", at: value.range)
  }

  fileprivate static func unknownAlgorithm(_ value: PropertyValue, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "this algorithm is left out; a load balancer has \(listed(known))", at: value.range)
  }

  private static func listed(_ names: [String]) -> String {
    names.map { "'\($0.lowercased())'" }.joined(separator: ", ")
  }
}
