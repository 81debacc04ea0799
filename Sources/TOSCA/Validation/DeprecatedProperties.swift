import Diagnostics

extension ValidationRule {
  /// A property whose definition says that it goes away is better left out (TOSCA Simple Profile 1.3, 3.6.10.3).
  static let deprecatedProperties = ValidationRule("deprecated-property") { topology, log in
    for kind in topology.kinds where kind.type.properties.contains(where: \.isDeprecated) {
      for id in kind.nodes { check(topology[id].properties, kind.type, &log) }
    }
    for policy in topology.policies where policy.type.properties.contains(where: \.isDeprecated) {
      check(policy.properties, policy.type, &log)
    }
  }

  private static func check(
    _ assignments: [Assignment], _ type: ResolvedType, _ log: inout DiagnosticLog
  ) {
    for assignment in assignments {
      guard let definition = type.property(assignment.name.text), definition.isDeprecated else { continue }
      log.report(.deprecatedProperty(assignment.name, type, definition))
    }
  }
}

extension PropertyDefinition {
  fileprivate var isDeprecated: Bool { status == "deprecated" || status == "unsupported" }
}

extension Diagnostic {
  fileprivate static func deprecatedProperty(
    _ name: TOSCADocument.Word, _ type: ResolvedType, _ definition: PropertyDefinition
  ) -> Diagnostic {
    Diagnostic(
      .warning, "deprecated-property",
      "property '\(name.text)' of type '\(type.name)' is \(definition.status ?? "deprecated")",
      at: name.range,
      notes: [Note("its definition", at: definition.name.range)])
  }
}
