import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// `tosca.policies.Monitoring` with triggers, and so Tacker's alarming policy: an alarm for each trigger, wired to
  /// what the trigger sets off.
  static let alarming = PolicyMapping("tosca.policies.Monitoring") { policy, template in
    let triggers = template.topology.policies[policy].triggers
    guard !triggers.isEmpty else {
      template.report(.policyLeftOut(template.topology.policies[policy]))
      return
    }
    for trigger in triggers {
      template.addAlarm(trigger, of: policy)
    }
  }
}

extension TemplateBuilder {
  /// The alarm of a trigger (`OS::Aodh::GnocchiAggregationByResourcesAlarm`), under the trigger's name as with Tacker.
  ///
  /// One that sets nothing off is an alarm all the same: its state can be seen.
  mutating func addAlarm(_ trigger: Trigger, of offset: Int) {
    let policy = topology.policies[offset]
    let callsOwn = trigger.actions.isEmpty || trigger.actions.contains(where: \.isImplemented)
    let own = callsOwn ? plan.scalers(of: offset) : []
    var groups = trigger.actions.isEmpty ? own : []
    var urls = groups.map { $0.url(isOut: trigger.direction(of: nil) == .out) }
    for action in trigger.actions {
      let isOut = trigger.direction(of: action) == .out
      // Senlin's way names the webhook and not the policy, which can only be the one that has the trigger.
      let called = action.isImplemented ? own : self.groups(of: action.name)
      groups += called
      urls += called.map { $0.url(isOut: isOut) }
      if called.isEmpty { urls += externalURLs(of: action.name, alarm: trigger.name.text) }
    }
    guard !urls.isEmpty || trigger.actions.isEmpty else { return }
    guard !urls.isEmpty || trigger.isComplete else {
      report(.triggerLeftOut(trigger))
      return
    }
    let isOfCluster = groups.contains { $0.driver == .senlin }
    guard var alarm = alarm(trigger) else { return }
    // Heat repeats actions unless it is told not to.
    if isOfCluster { alarm["repeat_actions"] = true }
    alarm["query"] = query(of: trigger, isOfCluster: isOfCluster)
    if !urls.isEmpty { alarm["alarm_actions"] = .list(urls) }
    let name = policy.isClusterScaling ? "\(trigger.name.text)_alarm" : trigger.name.text
    add(name, alarm, for: trigger.name)
  }

  /// What the alarm of a trigger looks at; nil when the trigger does not say enough, which is reported.
  private mutating func alarm(_ trigger: Trigger) -> HeatResource? {
    guard let metric = trigger.metric else {
      report(.incompleteAlarm(trigger, "a 'metric'"))
      return nil
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
      return nil
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
    return alarm
  }

  /// What selects the servers whose measures count; without it an alarm would look at every server of the project.
  ///
  /// Tacker puts the group in with `str_replace`.
  private mutating func query(of trigger: Trigger, isOfCluster: Bool) -> OpenStack.Value {
    guard let group = trigger.metadata?.text else {
      report(.alarmOfAllServers(trigger))
      return "{}"
    }
    let escaped = group.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    guard !isOfCluster else { return .string(#"{"=": {"server_group": "\#(escaped)"}}"#) }
    return [
      "str_replace": [
        "template": #"{"=": {"server_group": "scaling_group_id"}}"#,
        "params": ["scaling_group_id": .string(escaped)],
      ]
    ]
  }

  /// What an alarm calls for an action: the receiver of a cluster, the policy of a Heat group, or what `--alarm-url`
  /// names.
  mutating func alarmURLs(of action: TOSCADocument.Word, isOut: Bool, alarm: String) -> [OpenStack.Value] {
    let called = groups(of: action)
    return called.isEmpty ? externalURLs(of: action, alarm: alarm) : called.map { $0.url(isOut: isOut) }
  }

  /// The groups of the scaling policy that an action names.
  private func groups(of action: TOSCADocument.Word) -> [TranslationPlan.Scaler] {
    plan.policies(named: action.text).flatMap { plan.scalers(of: $0) }
  }

  private mutating func externalURLs(of action: TOSCADocument.Word, alarm: String) -> [OpenStack.Value] {
    guard action.text != "noop" else { return [] }
    if let url = externalURL(alarm: alarm, action: action.text) { return [url] }
    report(.actionLeftOut(action, alarm))
    return []
  }

  /// What an alarm calls outside of the stack; nil without `--alarm-url`.
  func externalURL(alarm: String, action: String) -> OpenStack.Value? {
    guard var url = options.alarmURL else { return nil }
    while url.hasSuffix("/") { url.removeLast() }
    return .string("\(url)/\(percentEncoded(alarm))/\(percentEncoded(action))")
  }
}

extension TranslationPlan {
  /// A policy with a group that it scales.
  struct Scaler {
    let driver: Driver
    let names: Names
  }

  /// What a policy scales, without what keeps its size.
  func scalers(of policy: Int) -> [Scaler] {
    scalings(of: policy).compactMap { group, place in
      let scaling = groups[group].scaling(at: place)
      return scaling.isFixed ? nil : Scaler(driver: groups[group].driver, names: scaling.names)
    }
  }
}

extension TranslationPlan.Scaler {
  /// What is called to make the group larger or smaller.
  func url(isOut: Bool) -> OpenStack.Value {
    switch driver {
    case .heat: .getAttr(isOut ? names.scaleOut : names.scaleIn, "alarm_url")
    case .senlin: .getAttr(isOut ? names.scaleOutReceiver : names.scaleInReceiver, "channel", "alarm_url")
    }
  }
}

extension Policy {
  /// Whether the policy is of heat-translator's type for Senlin clusters, whose triggers say what carries them out.
  var isClusterScaling: Bool {
    type.isKind(of: "tosca.policies.Scaling.Cluster")
  }
}

extension Trigger {
  /// Whether there is enough for an alarm.
  fileprivate var isComplete: Bool {
    metric != nil && condition.comparison != nil && (condition.limit != nil || condition.threshold != nil)
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

  fileprivate static func actionLeftOut(_ action: TOSCADocument.Word, _ alarm: String) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the action '\(action.text)' of '\(alarm)' has no counterpart in a stack and is left out; '--alarm-url' names "
        + "what is called for it", at: action.range)
  }

  fileprivate static func triggerLeftOut(_ trigger: Trigger) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "trigger '\(trigger.name.text)' looks at no measure and scales nothing, so it is left out",
      at: trigger.name.range)
  }
}
