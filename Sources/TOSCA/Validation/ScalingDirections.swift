import Diagnostics

extension ValidationRule {
  /// A cluster that alarms only grow never shrinks, and the other way round; thresholds that touch make it flap.
  static let scalingDirections = ValidationRule("scaling-one-way", "scaling-flaps") { topology, log in
    typealias Call = (trigger: Trigger, action: Trigger.Action)
    var callsOfPolicy: [String: [Trigger.Direction: Call]] = [:]
    for trigger in topology.policies.lazy.flatMap(\.triggers) {
      for action in trigger.actions {
        callsOfPolicy[action.name.text, default: [:]][trigger.direction(of: action)] = (trigger, action)
      }
    }
    for policy in topology.policies where policy.isScaling {
      guard let triggers = callsOfPolicy[policy.name.text], let first = triggers.first else { continue }
      if triggers.count == 1 {
        log.report(.oneWay(policy, first.key, first.value.action))
      } else if let out = triggers[.out]?.trigger.condition, let back = triggers[.in]?.trigger.condition,
        let upper = out.limit, let lower = back.limit, let place = back.threshold, upper <= lower
      {
        log.report(.flaps(policy, place, out.threshold))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func oneWay(
    _ policy: Policy, _ direction: Trigger.Direction, _ action: Trigger.Action
  ) -> Diagnostic {
    let opposite = direction == .out ? "in" : "out"
    let side = direction == .out ? "below" : "above"
    return Diagnostic(
      .warning, "scaling-one-way",
      "alarms only scale '\(policy.name.text)' \(direction.rawValue); no trigger scales it \(opposite) again (one with a "
        + "measure \(side) its threshold, or with 'action: [{\(policy.name.text): \(opposite)}]')",
      at: action.name.range)
  }

  fileprivate static func flaps(
    _ policy: Policy, _ place: PropertyValue, _ other: PropertyValue?
  ) -> Diagnostic {
    Diagnostic(
      .warning, "scaling-flaps",
      "policy '\(policy.name.text)' scales in at or above the threshold at which it scales out, so it never rests",
      at: place.range, notes: other.map { [Note("the threshold for scaling out", at: $0.range)] } ?? [])
  }
}
