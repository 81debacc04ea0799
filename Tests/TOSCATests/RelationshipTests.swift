import Support
import Testing

@Suite struct RelationshipTests {
  private let types = """
    node_types:
      Worker:
        derived_from: tosca.nodes.Root
        requirements:
        - queue: {capability: tosca.capabilities.Node, relationship: Feeds, occurrences: [0, 1]}
      Queue: {derived_from: tosca.nodes.Root, capabilities: {entry: {type: tosca.capabilities.Endpoint}}}
      Plain: {derived_from: tosca.nodes.Root}
    """

  @Test(arguments: ["tosca.capabilities.Endpoint", "Endpoint", "Queue"])
  func `a relationship leads to what its type says`(target: String) {
    expectFindings(
      """
      relationship_types: {Feeds: {derived_from: tosca.relationships.Root, valid_target_types: [\(target)]}}
      \(types)
      topology_template:
        node_templates:
          good: {type: Worker, requirements: [{queue: jobs}]}
          bad: {type: Worker, requirements: [{queue: plain}]}
      #                                              ^^^^^ error wrong-relationship-target
          jobs: {type: Queue}
          plain: {type: Plain}
      """, .simple)
  }
}

@Suite struct DirectiveTests {
  @Test func `a directive is one of those that TOSCA has`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          good: {type: tosca.nodes.Compute, directives: [substitute, select]}
          bad: {type: tosca.nodes.Compute, directives: [substitue]}
      #                                                 ^^^^^^^^^ warning unknown-directive -> substitute
      """, .simple)
  }
}

@Suite struct ImportedTopologyTests {
  @Test func `a topology that is imported and stands for nothing is worth a word`() {
    let version = "tosca_definitions_version: tosca_simple_yaml_1_3\n"
    expectFindings(
      """
      imports: [other.yaml]
      topology_template: {node_templates: {server: {type: tosca.nodes.Compute}}}
      """, .simple, importing: ["other.yaml": version + "topology_template: {node_templates: {}}"],
      elsewhere: ["other.yaml:2:1 info imported-topology"])
  }
}

@Suite struct PolicyTypeTriggerTests {
  @Test func `a policy has the triggers of its type`() {
    expectFindings(
      """
      policy_types:
        Watch:
          derived_from: tosca.policies.Root
          triggers:
            down: {event: gone, action: [{call_operation: Standard.begin}]}
      #                                                   ^^^^^^^^^^^^^^ error unknown-operation
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - watch: {type: Watch, targets: [server]}
      """, .simple)
  }
}
