import Diagnostics

extension ValidationRule {
  /// What a trigger sets off is a scaling policy of the template or a word that Tacker knows.
  static let alarmAction = ValidationRule("unknown-action", "alarm-without-action") { topology, log in
    let policies = topology.policies.map(\.name.text)
    for policy in topology.policies {
      for trigger in policy.triggers {
        if trigger.actions.isEmpty, trigger.activities.isEmpty, !trigger.isActionMalformed {
          log.report(.alarmWithoutAction(trigger))
        }
        for action in trigger.actions
        where !action.isImplemented && !policies.contains(action.name.text)
          && !tackerActions.contains(action.name.text)
        {
          log.report(.unknownAction(action, policies + tackerActions))
        }
      }
    }
  }
}

/// What Tacker does itself when an alarm fires.
private let tackerActions = ["respawn", "log", "log_and_kill", "notify", "vdu_autoheal"]

extension Diagnostic {
  fileprivate static func alarmWithoutAction(_ trigger: Trigger) -> Diagnostic {
    Diagnostic(
      .warning, "alarm-without-action",
      "trigger '\(trigger.name.text)' has no 'action', so nothing answers it",
      at: trigger.name.range)
  }

  fileprivate static func unknownAction(_ action: Trigger.Action, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-action", "'\(action.name.text)' is no policy of this template", at: action.name.range,
      suggestion: nearestSpelling(to: action.name.text, among: known))
  }
}
