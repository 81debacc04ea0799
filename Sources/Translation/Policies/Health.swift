import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// `libretto.policies.Health` is a health policy in Senlin's own terms.
  static let health = PolicyMapping(
    "libretto.policies.Health", ofClusters: "health",
    reading: [
      "detection", "interval", "node_update_timeout", "poll_url", "poll_url_healthy_response", "recovery",
    ],
    // A stack can only be made anew.
    needsServers: { ["REBOOT", "REBUILD"].contains($0[property: "recovery"]?.text) }
  ) { policy, _, template in
    let stated = template.values(["detection", "recovery"], of: policy)
    var mode = ValueMap()
    mode["type"] = stated["detection"]
    let options = template.values(["poll_url", "poll_url_healthy_response"], of: policy)
    if !options.isEmpty { mode["options"] = .map(options) }
    var detection = template.values(["interval", "node_update_timeout"], of: policy)
    detection["detection_modes"] = [.map(mode)]
    var action = ValueMap()
    action["name"] = stated["recovery"]
    return SenlinSpec(
      type: "senlin.policy.health", version: "1.1",
      properties: ["detection": .map(detection), "recovery": ["actions": [.map(action)]]])
  }
}

extension TemplateBuilder {
  /// Senlin's health manager does not look more often than this, in seconds.
  private static let shortestInterval = 60

  /// The health policy that a VDU's `monitoring_policy` becomes; nil when it has none or asks for nothing Senlin does.
  mutating func healthSpec(of node: NodeTemplate.ID) -> SenlinSpec? {
    guard let policy = takeValue("monitoring_policy", of: node) else { return nil }
    return healthSpec(
      Monitoring(
        name: policy["name"]?.text, parameters: policy["parameters"], actions: policy["actions"],
        range: policy.range))
  }

  /// The health policy of what Tacker monitors: Senlin asks Nova or Heat for the state of a node, it does not ping.
  ///
  /// What is left out is reported.
  mutating func healthSpec(_ policy: Monitoring) -> SenlinSpec? {
    let parameters = policy.parameters
    guard let failure = policy.actions?["failure"], let action = failure.text else {
      report(.healthLeftOut("monitoring without 'actions: {failure: ...}'", at: policy.range))
      return nil
    }
    guard action == "respawn" || action == "vdu_autoheal" else {
      report(.healthLeftOut("the failure action '\(action)'", at: failure.range))
      return nil
    }
    let unused = (parameters?.entries ?? []).filter {
      ["count", "timeout", "retry", "port"].contains($0.key)
    }
    if let first = unused.first {
      report(.probeLeftOut(policy.name ?? "monitoring", unused.map(\.key), at: first.keyRange))
    }
    let asked = parameters?["interval"] ?? parameters?["monitoring_delay"]
    if let asked, asked.integer == nil {
      report(.notAPlainValue("the interval of monitoring", asked))
    }
    var detection: ValueMap = ["interval": .integer(max(Self.shortestInterval, asked?.integer ?? 0))]
    if let asked, let seconds = asked.integer, seconds < Self.shortestInterval {
      report(.intervalRaised(asked, to: Self.shortestInterval))
    }
    if let delay = parameters?["monitoring_delay"], let seconds = delay.integer {
      if seconds < 0 { report(.negativeDelay(delay)) }
      detection["node_update_timeout"] = .integer(seconds)
    }
    detection["detection_modes"] = [["type": "NODE_STATUS_POLLING"]]
    return SenlinSpec(
      type: "senlin.policy.health", version: "1.1",
      properties: [
        "detection": .map(detection), "recovery": ["actions": [["name": "RECREATE"]]],
      ])
  }
}

extension Diagnostic {
  fileprivate static func healthLeftOut(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "monitoring-not-translated",
      "\(what) has no counterpart in a Senlin health policy and is left out",
      at: range)
  }

  fileprivate static func probeLeftOut(_ name: String, _ keys: [String], at range: SourceRange) -> Diagnostic
  {
    let list = keys.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "monitoring-probe",
      "Senlin asks the cloud for a node's status instead of '\(name)', so \(list) \(keys.count == 1 ? "is" : "are") left out",
      at: range)
  }

  fileprivate static func negativeDelay(_ value: PropertyValue) -> Diagnostic {
    Diagnostic(.error, "monitoring-delay", "a delay cannot be less than 0 seconds", at: value.range)
  }

  fileprivate static func intervalRaised(_ value: PropertyValue, to seconds: Int) -> Diagnostic {
    Diagnostic(
      .warning, "monitoring-interval",
      "an interval of \(value.text ?? "") s is below Senlin's least; the health policy looks every \(seconds) s",
      at: value.range)
  }
}
