import Diagnostics
import OpenStack
import TOSCA

extension PolicyMapping {
  /// Tacker's reservation policy becomes an alarm for each event in the life of a Blazar lease.
  static let reservation = PolicyMapping("tosca.policies.tacker.Reservation") { offset, template in
    let policy = template.topology.policies[offset]
    guard let reservation = policy.reservation, reservation.entries?.isEmpty == false else {
      template.report(.policyLeftOut(policy))
      return
    }
    // The names are Tacker's, and there are none for a second policy.
    let isFirst = template.plan.firstReservation == offset
    for entry in reservation.entries ?? [] where entry.key != "properties" {
      guard let event = events[entry.key] else {
        template.report(.eventLeftOut(entry, policy))
        continue
      }
      let name = isFirst ? entry.key : "\(policy.name.text)_\(entry.key)"
      var alarm = HeatResource(type: "OS::Aodh::EventAlarm")
      alarm["event_type"] = .string("lease.event.\(event)")
      if let lease = reservation["properties"]?["lease_id"].flatMap({ template.value($0) }) {
        alarm["query"] = [["field": "traits.lease_id", "op": "eq", "value": lease]]
      }
      let actions = (entry.value.items ?? [entry.value]).compactMap(\.word)
      let urls = actions.flatMap { action in
        template.alarmURLs(of: action, isOut: event == "start_lease", alarm: entry.key)
      }
      if !urls.isEmpty { alarm["alarm_actions"] = .list(urls) }
      template.add(name, alarm, for: policy.name)
    }
    template.reportLeftovers(ofPolicy: offset, read: ["reservation"])
  }

  /// What Blazar calls the events.
  private static let events = [
    "start_actions": "start_lease", "before_end_actions": "before_end_lease", "end_actions": "end_lease",
  ]
}

extension Diagnostic {
  fileprivate static func eventLeftOut(_ entry: PropertyValue.Entry, _ policy: Policy) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "'\(entry.key)' of policy '\(policy.name.text)' is no event of a lease and is left out",
      at: entry.keyRange)
  }
}
