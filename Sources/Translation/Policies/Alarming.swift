import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// `tosca.policies.Monitoring` with triggers, and so Tacker's alarming policy: an alarm for each trigger, wired to
  /// what the trigger sets off.
  static let alarming = PolicyMapping("tosca.policies.Monitoring") { policy, template in
    let policy = template.topology.policies[policy]
    guard !policy.triggers.isEmpty else {
      template.report(.policyLeftOut(policy))
      return
    }
    for trigger in policy.triggers {
      template.addAlarm(trigger)
    }
  }
}

extension TemplateBuilder {
  /// The alarm of a trigger (`OS::Aodh::GnocchiAggregationByResourcesAlarm`), under the trigger's name as with Tacker.
  fileprivate mutating func addAlarm(_ trigger: Trigger) {
    let urls = trigger.actions.flatMap { alarmURLs($0, of: trigger) }
    guard !urls.isEmpty else { return }
    guard let metric = trigger.metric else {
      report(.incompleteAlarm(trigger, "a 'metric'"))
      return
    }
    let condition = trigger.condition
    let threshold: OpenStack.Value?
    if let stated = condition.threshold, case .function = stated.content {
      threshold = value(stated)
    } else {
      threshold = condition.limit.map { Int(exactly: $0).map(OpenStack.Value.integer) ?? .number($0) }
    }
    guard let comparison = condition.comparison, let threshold else {
      report(.incompleteAlarm(trigger, "a 'threshold' and a 'comparison_operator'"))
      return
    }
    if metric.text == "cpu_util" {
      report(.retiredMetric(metric))
    }
    var alarm = HeatResource(type: "OS::Aodh::GnocchiAggregationByResourcesAlarm")
    alarm["description"] = (condition.constraint?.text ?? trigger.description).map(OpenStack.Value.string)
    alarm["metric"] = .string(metric.text)
    alarm["aggregation_method"] = .string(condition.aggregationMethod?.text ?? "mean")
    alarm["granularity"] = condition.granularity.flatMap { value($0) } ?? 60
    alarm["evaluation_periods"] = condition.evaluations.flatMap { value($0) } ?? 1
    alarm["threshold"] = threshold
    alarm["comparison_operator"] = .string(comparison)
    alarm["resource_type"] = .string(condition.resourceType?.text ?? "instance")
    alarm["repeat_actions"] = true
    alarm["query"] = .string(query(of: trigger))
    alarm["alarm_actions"] = .list(urls)
    add(trigger.name.text, alarm, for: trigger.name)
  }

  /// What selects the servers whose measures count; without it an alarm would look at every server of the project.
  private mutating func query(of trigger: Trigger) -> String {
    guard let group = trigger.metadata?.text else {
      report(.alarmOfAllServers(trigger))
      return "{}"
    }
    let escaped = group.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return #"{"=": {"server_group": "\#(escaped)"}}"#
  }

  /// Where an alarm calls: the receiver of a cluster, or the policy of a Heat group.
  private mutating func alarmURLs(_ action: Trigger.Action, of trigger: Trigger) -> [OpenStack.Value] {
    let isOut = trigger.direction(of: action) == .out
    let policies = topology.policies.indices.filter { topology.policies[$0].name.text == action.name.text }
    let scalings = policies.flatMap { plan.scalings(of: $0) }
    if scalings.isEmpty {
      report(.actionLeftOut(action, trigger))
    }
    return scalings.map { group, scaling in
      let names = plan.groups[group].scaling(at: scaling).names
      switch plan.groups[group].driver {
      case .heat: return .getAttr(isOut ? names.scaleOut : names.scaleIn, "alarm_url")
      case .senlin:
        return .getAttr(isOut ? names.scaleOutReceiver : names.scaleInReceiver, "channel", "alarm_url")
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func incompleteAlarm(_ trigger: Trigger, _ missing: String) -> Diagnostic {
    Diagnostic(
      .error, "incomplete-alarm", "trigger '\(trigger.name.text)' needs \(missing) to become an alarm",
      at: trigger.name.range)
  }

  fileprivate static func retiredMetric(_ metric: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "retired-metric",
      "OpenStack no longer measures 'cpu_util'; it is passed on as it is (today 'cpu' with 'rate:mean', in nanoseconds)",
      at: metric.range)
  }

  fileprivate static func alarmOfAllServers(_ trigger: Trigger) -> Diagnostic {
    Diagnostic(
      .warning, "alarm-of-all-servers",
      "trigger '\(trigger.name.text)' has no 'metadata', so its alarm looks at every server of the project",
      at: trigger.name.range)
  }

  fileprivate static func actionLeftOut(_ action: Trigger.Action, _ trigger: Trigger) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the action '\(action.name.text)' of trigger '\(trigger.name.text)' has no counterpart and is left out",
      at: action.name.range)
  }
}
