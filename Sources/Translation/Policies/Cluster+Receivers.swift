import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// A webhook for each direction of a scaling policy.
  ///
  /// Alarms call them whatever else there is: what an alarm posts is no message that Senlin understands.
  mutating func addReceivers(_ offset: Int, _ scaling: TranslationPlan.Scaling) {
    let group = plan.groups[offset]
    let policy = topology.policies[scaling.policy]
    let names = scaling.names
    if let receiver = policy[property: "receiver"] {
      if case .function = receiver.content { report(.notAPlainValue("'receiver'", receiver)) }
      if receiver.text == "message" { report(.messageReceiver(receiver, group.names)) }
    }
    // Senlin asks all scaling policies of a cluster for a step, so with several the receiver says how long its own is.
    let step = group.further.isEmpty ? nil : amount(scaling.size.step) ?? 1
    for (name, action) in [
      (names.scaleOutReceiver, "CLUSTER_SCALE_OUT"), (names.scaleInReceiver, "CLUSTER_SCALE_IN"),
    ] {
      var receiver = HeatResource(type: "OS::Senlin::Receiver")
      receiver["type"] = "webhook"
      receiver["action"] = .string(action)
      receiver["cluster"] = .getResource(group.names.cluster)
      receiver["params"] = step.map { .map(["count": $0]) }
      add(name, receiver, for: policy.name)
    }
    for (name, receiver) in [
      (names.scaleOut, names.scaleOutReceiver), (names.scaleIn, names.scaleInReceiver),
    ] {
      add("\(name)_url", HeatOutput(.getAttr(receiver, "channel", "alarm_url")), for: policy.name)
    }
  }
}

extension Diagnostic {
  fileprivate static func messageReceiver(_ receiver: PropertyValue, _ names: TranslationPlan.Names)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "message-receiver",
      "Heat makes webhooks only, so '\(names.cluster)' has those; have Senlin make the receiver of messages once the "
        + "stack is there", at: receiver.range)
  }
}
