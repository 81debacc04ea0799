import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// The alarms for the VDUs that want to be told before their hosts are maintained (`maintenance: true`): one for all
  /// of them and one for each.
  ///
  /// The infrastructure announces maintenance to whoever manages the servers. Heat does not, so the alarms call what
  /// `--alarm-url` names.
  mutating func addMaintenanceAlarms() {
    var isFirst = true
    for node in topology.nodeIDs where topology.type(of: node).isKind(of: "tosca.nodes.nfv.VDU.Tacker") {
      guard let wish = topology[node].assigned("maintenance"), topology.settled(wish)?.bool != false else {
        continue
      }
      let name = topology[node].name
      guard options.alarmURL != nil else {
        report(.maintenanceLeftOut(wish, name))
        continue
      }
      if isFirst { addMaintenanceAlarm("ALL_maintenance", "ALL", for: name) }
      isFirst = false
      addMaintenanceAlarm("\(name.text)_maintenance", name.text, for: name)
    }
  }

  private mutating func addMaintenanceAlarm(_ name: String, _ who: String, for place: TOSCADocument.Word) {
    var alarm = HeatResource(type: "OS::Aodh::EventAlarm")
    alarm["event_type"] = "maintenance.scheduled"
    alarm["query"] = [["field": "traits.project_id", "op": "eq", "value": .getParam("OS::project_id")]]
    alarm["alarm_actions"] = .list([externalURL(alarm: name, action: who)].compactMap(\.self))
    add(name, alarm, for: place)
  }
}

extension Diagnostic {
  fileprivate static func maintenanceLeftOut(_ wish: PropertyValue, _ vdu: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "nothing in a stack answers that the host of '\(vdu.text)' is to be maintained; '--alarm-url' names what does",
      at: wish.range)
  }
}
