import Drawing
import Support
import Testing

@Suite struct TopologyGraphTests {
  private static let types = """
    node_types:
      my.Service:
        derived_from: tosca.nodes.Root
        capabilities:
          front: {type: tosca.capabilities.Endpoint}
        requirements:
        - upstream: {capability: tosca.capabilities.Endpoint, occurrences: [0, 9]}

    """

  @Test func `a requirement is an arrow with its name and relationship, a policy points at its targets`()
    throws
  {
    let graph = try graph(of: scaledVDU, .nfv)
    #expect(graph.nodes.map(\.detail) == ["VDU.Tacker", "CP.Tacker", "VL", "Scaling"])
    #expect(graph.nodes.map(\.kind) == [.plain, .plain, .plain, .policy])
    #expect(
      arrows(graph) == [
        "CP1 -> VL1: virtualLink (VirtualLinksTo)", "CP1 -> VDU1: virtualBinding (VirtualBindsTo)",
        "SP1 ..> VDU1",
      ])
  }

  @Test func `a trigger points at the policy that it sets off`() throws {
    let graph = try graph(
      of: scaledVDU + """

          - watch:
              type: tosca.policies.tacker.Alarming
              triggers:
                busy:
                  event_type: {type: tosca.events.resource.utilization, implementation: ceilometer}
                  metric: cpu
                  condition: {threshold: 50, comparison_operator: gt}
                  action: [SP1]
        """, .nfv)
    #expect(arrows(graph).last == "watch ..> SP1: busy")
  }

  @Test func `a name that nothing has is drawn once, and a requirement that names nothing is left open`()
    throws
  {
    let graph = try graph(
      of: Self.types + """
        topology_template:
          node_templates:
            a: {type: my.Service, requirements: [{upstream: gone}, {dependency: gone}]}
            b: {type: my.Typo, requirements: [{wish: {}}]}
        """)
    #expect(graph.nodes.map(\.name) == ["a", "b", "gone", "?"])
    #expect(graph.nodes.map(\.kind) == [.plain, .plain, .missing, .missing])
    #expect(
      arrows(graph) == ["a ..> gone: upstream", "a ..> gone: dependency (DependsOn)", "b ..> ?: wish"])
  }

  @Test func `what a substitution maps is outside`() throws {
    let graph = try graph(
      of: Self.types + """
        topology_template:
          substitution_mappings:
            node_type: my.Service
            capabilities:
              front: [a, front]
            requirements:
              upstream: [b, upstream]
          node_templates:
            a: {type: my.Service, requirements: [{upstream: b}]}
            b: {type: my.Service, requirements: [{upstream: {}}]}
        """)
    #expect(graph.nodes.map(\.name) == ["a", "b", "front", "upstream"])
    #expect(graph.nodes.dropFirst(2).map(\.detail) == ["capability of Service", "requirement of Service"])
    // 'a' could meet what 'b' asks for.
    #expect(
      arrows(graph) == [
        "a -> b: upstream", "b -> a: upstream", "front ..> a: front", "b ..> upstream: upstream",
      ])
  }

  @Test func `a node that another topology stands for says which`() throws {
    let service = """
      tosca_definitions_version: tosca_simple_yaml_1_3
      imports: [types.yaml]
      topology_template:
        substitution_mappings: {node_type: my.Service}
        node_templates:
          inner: {type: tosca.nodes.Root}
      """
    let graph = try graph(
      of: """
        imports: [types.yaml, service.yaml]
        topology_template:
          node_templates:
            a: {type: my.Service, directives: [substitute]}
        """,
      importing: [
        "types.yaml": "tosca_definitions_version: tosca_simple_yaml_1_3\n" + Self.types,
        "service.yaml": service,
      ])
    #expect(graph.nodes.map(\.kind) == [.substituted])
    #expect(graph.nodes.map(\.note) == ["by service.yaml"])
  }

  @Test func `a group is a frame, and one that shares a member with a frame is a box`() throws {
    let graph = try graph(
      of: """
        topology_template:
          node_templates:
            a: {type: tosca.nodes.Root}
            b: {type: tosca.nodes.Root}
            c: {type: tosca.nodes.Root}
          groups:
            first: {type: tosca.groups.Root, members: [a, b]}
            second: {type: tosca.groups.Root, members: [b, c]}
            third: {type: tosca.groups.Root, members: [first]}
          policies:
          - apart: {type: tosca.policies.Placement, targets: [first]}
        """)
    #expect(graph.clusters.map(\.name) == ["first"])
    #expect(graph.nodes.map { $0.cluster != nil } == [true, true, false, false, false, false])
    #expect(graph.nodes.map(\.kind) == [.plain, .plain, .plain, .group, .group, .policy])
    #expect(
      arrows(graph) == ["second ..> b", "second ..> c", "third ..> [first]", "apart ..> [first]"])
  }
}
