import Support
import Testing

/// A type that is not wholly known hides no mistake that does not follow from it.
@Suite struct OpenTypeTests {
  @Test func `what a type states itself is checked, whatever its parent is`() {
    expectFindings(
      """
      node_types:
        Lamp:
          derived_from: Bulb
      #                 ^^^^ error unknown-type
          properties:
            watts: {type: integer}
            color: {type: string}
      topology_template:
        node_templates:
          lamp:
      #   ^^^^ error missing-property
            type: Lamp
            properties: {watts: many, socket: E27}
      #                         ^^^^ error wrong-type
      """, .simple)
  }

  @Test func `types in the section of another kind are found by those who mean them`() {
    expectFindings(
      """
      node_types:
        Light: {derived_from: tosca.capabilities.Root}
      # ^^^^^ error wrong-section
        tosca.capabilities.acme.Dark: {derived_from: tosca.capabilities.Root}
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning wrong-section
        Lamp:
          derived_from: tosca.nodes.Root
          capabilities:
            light: {type: Light}
            dark: {type: tosca.capabilities.acme.Dark}
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      """, .simple)
  }

  @Test func `data types are taken for capability types, as in Tacker's files`() {
    expectFindings(
      """
      data_types:
        Light: {properties: {watts: {type: integer}}}
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          capabilities:
            light: {type: Light}
      #                   ^^^^^ warning data-type-as-capability
      topology_template:
        node_templates:
          lamp: {type: Lamp, capabilities: {light: {properties: {watts: many}}}}
      #                                                                 ^^^^ error wrong-type
      """, .simple)
  }

  @Test func `a requirement that names its node is understood without its capability`() {
    expectFindings(
      """
      node_types:
        Plug:
          derived_from: tosca.nodes.network.Port
          requirements:
          - link: {capability: tosca.capabilities.VendorLinkable, node: tosca.nodes.network.Network}
      #                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning unknown-type -> tosca.capabilities.network.Linkable
      topology_template:
        node_templates:
          net: {type: tosca.nodes.network.Network}
          server: {type: tosca.nodes.Compute}
          plug: {type: Plug, requirements: [{link: net}, {binding: server}]}
      """, .simple)
  }

  @Test func `keys that only Tacker's type files have are told`() {
    expectFindings(
      """
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          requirements:
          - socket: {type: Wall, required: false}
      #              ^^^^ warning foreign-keyname
      #                          ^^^^^^^^ warning foreign-keyname
        Wall: {derived_from: tosca.nodes.Root}
      policy_types:
        Alarm:
          derived_from: tosca.policies.Root
          action: {type: string}
      #   ^^^^^^ warning foreign-keyname
      topology_template:
        node_templates:
          lamp: {type: Lamp}
      """)
  }

  @Test func `the inputs of an interface type are definitions`() {
    expectFindings(
      """
      interface_types:
        Switch:
          derived_from: tosca.interfaces.Root
          inputs:
            color: {type: string}
            inputs: many
      #     ^^^^^^ error input-without-type
          operations: {turn: {inputs: {speed: {type: integer, default: fast}}}}
      #                                                                ^^^^ error wrong-type
      """, .simple)
  }

  @Test func `the inputs of a template's operations are values, also such as look like definitions`() {
    expectFindings(
      """
      node_types:
        Lamp:
          derived_from: tosca.nodes.Root
          interfaces:
            Standard: {operations: {create: {inputs: {disk: {type: map}, power: {type: integer}}}}}
      topology_template:
        node_templates:
          lamp:
            type: Lamp
            interfaces:
              Standard:
                operations:
                  create:
                    inputs:
                      disk: {type: ssd, size: 3}
                      power: many
      #                      ^^^^ error wrong-type
                      further: {type: integer, default: 3}
      """, .simple)
  }

  @Test func `nothing is a description, and a map is none`() {
    expectFindings(
      """
      description:
      topology_template:
        description: {en: a server}
      #              ^^^^^^^^^^^^^^ error wrong-form
        node_templates:
          server: {type: tosca.nodes.Compute, description: }
      """, .simple)
  }
}
