import Diagnostics

extension ValidationRule {
  /// A scaling policy starts between its bounds and moves by at least one; so does what can be scaled.
  static let scalingBounds = ValidationRule("scaling-bounds", "scaling-increment") { topology, log in
    for policy in topology.policies where policy.isScaling {
      check({ policy[property: $0] }, of: "policy '\(policy.name.text)'", &log)
      if let increment = policy[property: "increment"], let number = increment.integer, number <= 0 {
        log.report(.increment(increment))
      }
    }
    for id in topology.nodes(ofKind: "tosca.nodes.Compute") {
      guard let scalable = topology[id].capability("scalable")?.properties else { continue }
      check({ scalable.value(of: $0) }, of: "node template '\(topology[id].name.text)'", &log)
    }
  }

  /// The bounds of one thing that is scaled, by the names of the properties.
  private static func check(
    _ value: (String) -> PropertyValue?, of what: @autoclosure () -> String, _ log: inout DiagnosticLog
  ) {
    let minimum = value("min_instances")
    let start = value("default_instances")
    let maximum = value("max_instances")
    for (low, high, text) in [
      (minimum, maximum, "'min_instances' is over 'max_instances'"),
      (minimum, start, "'min_instances' is over 'default_instances'"),
      (start, maximum, "'default_instances' is over 'max_instances'"),
    ] {
      guard let low, let high, let a = low.integer, let b = high.integer, a > b else { continue }
      log.report(.bounds(what(), text, low, high))
      break
    }
    if let low = minimum, let number = low.integer, number < 0 {
      log.report(Diagnostic(.error, "scaling-bounds", "'min_instances' must be at least 0", at: low.range))
    }
  }
}

extension Diagnostic {
  fileprivate static func bounds(
    _ what: String, _ text: String, _ low: PropertyValue, _ high: PropertyValue
  ) -> Diagnostic {
    Diagnostic(
      .error, "scaling-bounds",
      "\(text) in \(what) (\(low.text ?? "") > \(high.text ?? ""))", at: low.range,
      notes: [Note("the bound", at: high.range)])
  }

  fileprivate static func increment(_ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .error, "scaling-increment",
      "'increment' must be at least 1; the same number is added when scaling out and taken when scaling in",
      at: value.range)
  }
}
