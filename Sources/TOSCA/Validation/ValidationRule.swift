package import Diagnostics

/// One thing that a reviewer wants to know of a template, beyond the grammar and the types.
package struct ValidationRule: Sendable {
  /// The codes of the findings that the rule can report.
  package let codes: [Diagnostic.Code]
  /// Looks at a whole topology and reports.
  package let check: @Sendable (_ topology: Topology, _ log: inout DiagnosticLog) -> Void

  package init(
    _ codes: Diagnostic.Code...,
    check: @escaping @Sendable (_ topology: Topology, _ log: inout DiagnosticLog) -> Void
  ) {
    self.codes = codes
    self.check = check
  }
}

extension Policy {
  /// Whether the policy scales its targets between bounds.
  package var isScaling: Bool {
    type.isKind(of: "tosca.policies.Scaling") && type.property("min_instances") != nil
  }
}
