import Diagnostics

extension ValidationRule {
  /// How a VDU is watched, and what is done when it fails, are words that Tacker knows.
  static let monitoringPolicies = ValidationRule("unknown-monitor", "monitoring-action", "reservation-type") {
    topology, log in
    for id in topology.nodes(ofKind: "tosca.nodes.nfv.VDU.Tacker") {
      let node = topology[id]
      if let policy = node.assigned("monitoring_policy") { check(policy, &log) }
      if let name = node.assigned("app_monitoring_policy")?["name"]?.word, !monitors.contains(name.text) {
        log.report(.unknownMonitor(name, monitors))
      }
      if let type = node.assigned("reservation_metadata")?["resource_type"]?.word,
        !resources.contains(type.text)
      {
        log.report(.reservationType(type, resources))
      }
    }
  }

  private static let monitors = ["ping", "http_ping", "http-ping", "noop", "zabbix"]
  private static let actions = ["respawn", "log", "log_and_kill", "vdu_autoheal", "notify"]
  private static let resources = ["physical_host", "virtual_instance"]

  private static func check(_ policy: PropertyValue, _ log: inout DiagnosticLog) {
    if let name = policy["name"]?.word, !monitors.contains(name.text) {
      log.report(.unknownMonitor(name, monitors))
    }
    // What happens may be a list, or several words as Tacker joins them.
    for entry in policy["actions"]?.entries ?? [] {
      for value in entry.value.items ?? [entry.value] {
        guard let word = value.word else { continue }
        for action in word.text.split(separator: "%") where !actions.contains(String(action)) {
          log.report(.unknownMonitoringAction(word, String(action), actions))
        }
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownMonitor(_ name: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-monitor",
      "'\(name.text)' is no way of monitoring that Tacker knows (\(known.joined(separator: ", ")))",
      at: name.range, suggestion: nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func unknownMonitoringAction(
    _ word: TOSCADocument.Word, _ action: String, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "monitoring-action",
      "'\(action)' is nothing that Tacker does when a VDU fails (\(known.joined(separator: ", ")))",
      at: word.range, suggestion: nearestSpelling(to: action, among: known))
  }

  fileprivate static func reservationType(_ type: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "reservation-type",
      "'\(type.text)' cannot be reserved, only '\(known.joined(separator: "' or '"))'", at: type.range,
      suggestion: nearestSpelling(to: type.text, among: known))
  }
}
