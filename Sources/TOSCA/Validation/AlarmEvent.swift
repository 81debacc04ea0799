import Diagnostics

extension ValidationRule {
  /// A trigger's event names a type and a monitoring driver as Tacker spells them.
  static let alarmEvent = ValidationRule("event-implementation", "event-type") { topology, log in
    let isNFV = Profile.of(topology.document.version.text)?.isNFV == true
    for trigger in topology.policies.flatMap(\.triggers) {
      if let word = trigger.implementation, !monitoringDrivers.contains(word.text) {
        log.report(.unknownImplementation(word))
      }
      // TOSCA leaves the names of events to whoever raises them; Tacker knows its own.
      guard isNFV || trigger.activities.isEmpty && !trigger.isActionMalformed else { continue }
      if let word = trigger.eventType, word.text.hasPrefix("tosca.events."), !eventTypes.contains(word.text) {
        log.report(.unknownEventType(word))
      }
    }
  }
}

/// The names under which Tacker finds its alarm drivers.
private let monitoringDrivers = ["ceilometer", "gnocchi"]
private let eventTypes = ["tosca.events.resource.utilization"]

extension Diagnostic {
  fileprivate static func unknownImplementation(_ word: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "event-implementation",
      "'\(word.text)' is no name of a monitoring driver; Tacker compares the case too", at: word.range,
      suggestion: nearestSpelling(to: word.text, among: monitoringDrivers))
  }

  fileprivate static func unknownEventType(_ word: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .info, "event-type",
      "'\(word.text)' is no event type that Tacker defines; it is taken as a description",
      at: word.range, suggestion: nearestSpelling(to: word.text, among: eventTypes) ?? eventTypes[0])
  }
}
