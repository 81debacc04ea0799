import Support
import Testing

/// A VNFD with one VDU, and the policies given.
private func vnfd(_ policies: String, most: Int = 3) -> String {
  """
  imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
  topology_template:
    node_templates:
      VDU1:
        type: tosca.nodes.nfv.Vdu.Compute
        properties: {name: a, description: b, vdu_profile: {min_number_of_instances: 1, max_number_of_instances: \(most)}}
    policies:
  \(indented(policies))
  """
}

private let aspects = """
  - aspects:
      type: tosca.policies.nfv.ScalingAspects
      properties: {aspects: {work: {name: n, description: d, max_scale_level: 2, step_deltas: [one]}}}
  """

private let start = """
  - start:
      type: tosca.policies.nfv.VduInitialDelta
      targets: [VDU1]
      properties: {initial_delta: {number_of_instances: 1}}
  """

private let steps = """
  - steps:
      type: tosca.policies.nfv.VduScalingAspectDeltas
      targets: [VDU1]
      properties: {aspect: work, deltas: {one: {number_of_instances: 1}}}
  """

private let levels = """
  - levels:
      type: tosca.policies.nfv.InstantiationLevels
      properties:
        levels:
          small: {description: d, scale_info: {work: {scale_level: 0}}}
          large: {description: d, scale_info: {work: {scale_level: 2}}}
        default_level: small
  """

private func sizes(_ levels: String) -> String {
  """
  - sizes:
      type: tosca.policies.nfv.VduInstantiationLevels
      targets: [VDU1]
      properties:
        levels:
  \(levels)
  """
}

private func joined(_ parts: String...) -> String { parts.joined(separator: "\n") }

@Suite struct DeploymentSizeTests {
  private let fitting = sizes("        {small: {number_of_instances: 1}, large: {number_of_instances: 3}}")

  @Test func `a descriptor whose sizes agree has no findings`() {
    expectFindings(vnfd(joined(aspects, start, steps, levels, fitting)), .simple)
  }

  @Test func `every size is of an instantiation level that exists`() {
    let sizes = sizes(
      """
              small: {number_of_instances: 1}
              lrge: {number_of_instances: 3}
      #       ^^^^ error unknown-level -> large
      """)
    expectFindings(vnfd(joined(aspects, start, steps, levels, sizes)), .simple)
    expectFindings(
      vnfd(
        """
        - sizes:
        # ^^^^^ error unknown-level
            type: tosca.policies.nfv.VduInstantiationLevels
            targets: [VDU1]
            properties: {levels: {small: {number_of_instances: 1}}}
        """), .simple)
  }

  @Test func `the default level is one of several`() {
    expectFindings(
      vnfd(
        """
        - levels:
        # ^^^^^^ warning default-level
            type: tosca.policies.nfv.InstantiationLevels
            properties: {levels: {small: {description: d}, large: {description: d}}}
        """), .simple)
    expectFindings(
      vnfd(
        """
        - levels:
            type: tosca.policies.nfv.InstantiationLevels
            properties:
              levels: {small: {description: d}, large: {description: d}}
              default_level: smal
        #                    ^^^^ error unknown-level -> small
        """), .simple)
    expectFindings(
      vnfd(
        """
        - levels:
            type: tosca.policies.nfv.InstantiationLevels
            properties: {levels: {only: {description: d}}}
        """), .simple)
  }

  @Test func `a size is given to each level`() {
    expectFindings(
      vnfd(
        joined(
          levels.replacing("scale_info: {work: {scale_level: 2}}", with: "scale_info: {}")
            .replacing("scale_info: {work: {scale_level: 0}}", with: "scale_info: {}"),
          """
          - sizes:
          # ^^^^^ warning level-not-covered
              type: tosca.policies.nfv.VduInstantiationLevels
              targets: [VDU1]
              properties: {levels: {small: {number_of_instances: 1}}}
          """)), .simple)
  }

  @Test func `what is said of scaling is said of aspects that exist`() {
    expectFindings(
      vnfd(
        joined(
          aspects, start,
          """
          - steps:
              type: tosca.policies.nfv.VduScalingAspectDeltas
              targets: [VDU1]
              properties: {aspect: wrk, deltas: {one: {number_of_instances: 1}}}
          #                        ^^^ warning unknown-aspect -> work
          """)), .simple)
    expectFindings(
      vnfd(
        joined(
          aspects, start, steps,
          """
          - levels:
              type: tosca.policies.nfv.InstantiationLevels
              properties:
                levels:
                  small: {description: d, scale_info: {wrk: {scale_level: 0}}}
          #                                            ^^^ warning unknown-aspect -> work
          """)), .simple)
    expectFindings(
      vnfd(
        """
        - aspects:
            type: tosca.policies.nfv.ScalingAspects
            properties:
              aspects:
                work: {name: n, description: d, max_scale_level: 2, step_deltas: [one]}
        #       ^^^^ warning aspect-without-deltas
        """), .simple)
  }

  @Test func `the steps of an aspect are deltas that are defined, and all that are defined are steps`() {
    let misspelt = """
      - aspects:
          type: tosca.policies.nfv.ScalingAspects
          properties:
            aspects:
              work: {name: n, description: d, max_scale_level: 2, step_deltas: [uno]}
      #                                                                         ^^^ warning unknown-delta
      """
    expectFindings(vnfd(joined(misspelt, start, steps)), .simple)
    expectFindings(
      vnfd(
        joined(
          aspects, start,
          """
          - steps:
              type: tosca.policies.nfv.VduScalingAspectDeltas
              targets: [VDU1]
              properties:
                aspect: work
                deltas:
                  one: {number_of_instances: 1}
                  two: {number_of_instances: 2}
          #       ^^^ warning unused-delta
          """)), .simple)
  }

  @Test func `an aspect has one delta for all steps or one for each`() {
    let aspects = """
      - aspects:
          type: tosca.policies.nfv.ScalingAspects
          properties:
            aspects:
              work: {name: n, description: d, max_scale_level: 2, step_deltas: [one, one, one]}
      #       ^^^^ warning step-deltas
      """
    expectFindings(vnfd(joined(aspects, start, steps)), .simple)
  }

  @Test func `a level is no further up than its aspect goes`() {
    expectFindings(
      vnfd(
        joined(
          aspects, start, steps,
          """
          - levels:
              type: tosca.policies.nfv.InstantiationLevels
              properties:
                levels:
                  large: {description: d, scale_info: {work: {scale_level: 3}}}
          #                                                                ^ warning scale-level
          """)), .simple)
  }

  @Test func `what is scaled begins with one size`() {
    expectFindings(
      vnfd(
        joined(
          aspects,
          """
          - steps:
          # ^^^^^ warning missing-initial-delta
              type: tosca.policies.nfv.VduScalingAspectDeltas
              targets: [VDU1]
              properties: {aspect: work, deltas: {one: {number_of_instances: 1}}}
          """)), .simple)
    expectFindings(
      vnfd(
        joined(
          aspects, start, steps,
          """
          - start_again:
              type: tosca.policies.nfv.VduInitialDelta
              targets: [VDU1]
          #             ^^^^ warning second-size
              properties: {initial_delta: {number_of_instances: 2}}
          """)), .simple)
  }

  @Test func `a VDU has as many instances as its profile allows`() {
    let start = """
      - start:
          type: tosca.policies.nfv.VduInitialDelta
          targets: [VDU1]
          properties: {initial_delta: {number_of_instances: 1}}
      #                                                     ^ warning instance-bounds
      """
    expectFindings(vnfd(joined(aspects, start, steps), most: 2), .simple)
    let sizes = sizes(
      """
              small: {number_of_instances: 0}
      #                                    ^ warning instance-bounds
              large: {number_of_instances: 4}
      #                                    ^ warning instance-bounds
      """)
    let levels = levels.replacing(", scale_info: {work: {scale_level: 0}}", with: "")
      .replacing(", scale_info: {work: {scale_level: 2}}", with: "")
    expectFindings(vnfd(joined(levels, sizes)), .simple)
  }

  @Test func `a level has as many instances as its scale levels make`() {
    let sizes = sizes(
      """
              small: {number_of_instances: 1}
              large: {number_of_instances: 2}
      #                                    ^ warning level-mismatch
      """)
    expectFindings(vnfd(joined(aspects, start, steps, levels, sizes)), .simple)
  }

  @Test func `numbers of any size are counted`() {
    let most = Int.max
    expectFindings(
      vnfd(
        joined(
          aspects.replacing("max_scale_level: 2", with: "max_scale_level: \(most)"),
          """
          - start:
              type: tosca.policies.nfv.VduInitialDelta
              targets: [VDU1]
              properties:
                initial_delta:
                  number_of_instances: 1
          #                            ^ warning instance-bounds
          """, steps.replacing("number_of_instances: 1", with: "number_of_instances: \(most)"))), .simple)
  }

  @Test func `the least number of a profile is not over the greatest`() {
    expectFindings(
      """
      imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.Vdu.Compute
            properties:
              name: a
              description: b
              vdu_profile: {min_number_of_instances: 4, max_number_of_instances: 3}
      #                                              ^ error profile-bounds
          VL1:
            type: tosca.nodes.nfv.VnfVirtualLink
            properties:
              connectivity_type: {layer_protocols: [ipv4]}
              vl_profile:
                max_bitrate_requirements: {root: 10}
                min_bitrate_requirements: {root: 20}
      #                                          ^^ error profile-bounds
      """, .simple)
  }

  @Test func `the levels of a network service are checked alike`() {
    expectFindings(
      """
      imports: [etsi_nfv_sol001_nsd_4_4_1_types.yaml]
      topology_template:
        node_templates:
          VL1:
            type: tosca.nodes.nfv.NsVirtualLink
            properties:
              connectivity_type: {layer_protocols: [ipv4]}
              vl_profile: {max_bitrate_requirements: {root: 1}, min_bitrate_requirements: {root: 1}}
        policies:
        - levels:
            type: tosca.policies.nfv.NsInstantiationLevels
            properties: {ns_levels: {small: {description: d}}, default_level: smal}
      #                                                                       ^^^^ error unknown-level -> small
        - links:
            type: tosca.policies.nfv.VirtualLinkToLevelMapping
            targets: [VL1]
            properties: {aspect: work, bit_rate_requirements: {0: {root: 1}}}
      #                          ^^^^ warning unknown-aspect
      """, .simple)
  }
}
