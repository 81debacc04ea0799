import Support
import Testing

private let types = """
  tosca_definitions_version: tosca_simple_yaml_1_3
  imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
  node_types:
    acme.VNF:
      derived_from: tosca.nodes.nfv.VNF
      properties:
        descriptor_id: {type: string, default: 7d4a4a5c-0b5e-4b7c-9f5c-3b0d2d7d1c11}
        descriptor_version: {type: string, default: '1.0'}
        provider: {type: string, default: acme}
        product_name: {type: string, default: router}
        software_version: {type: string, default: '1.0'}
        vnfm_info: {type: list, entry_schema: {type: string}, default: ['0:acme']}
        flavour_id: {type: string, constraints: [{valid_values: [small, large]}], default: small}
        flavour_description: {type: string, default: ''}
  """

/// A topology that stands for the VNF, with the mappings given.
private func topology(_ mappings: String) -> String {
  """
  tosca_definitions_version: tosca_simple_yaml_1_3
  imports: [types.yaml]
  topology_template:
    substitution_mappings:
      node_type: acme.VNF
      \(mappings)
    node_templates:
      VDU1:
        type: tosca.nodes.nfv.Vdu.Compute
        properties: {name: a, description: b, vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}}
  """
}

/// The files of a VNF with two flavours.
private func files(
  _ small: String = "properties: {flavour_id: small}", _ large: String = "properties: {flavour_id: large}",
  types: String = types
) -> [String: String] {
  ["types.yaml": types, "small.yaml": topology(small), "large.yaml": topology(large)]
}

private let top = """
  imports: [types.yaml, small.yaml, large.yaml]
  topology_template:
    inputs: {selected_flavour: {type: string, default: small}}
    node_templates:
      VNF: {type: acme.VNF, properties: {flavour_id: {get_input: selected_flavour}}}
  """

@Suite struct DeploymentFlavourTests {
  @Test func `each flavour has a topology and each topology is a flavour`() {
    expectFindings(top, .simple, importing: files())
    expectFindings(
      top, .simple, importing: files("properties: {flavour_id: small}", "properties: {flavour_id: small}"),
      elsewhere: ["large.yaml:6:30 error duplicate-flavour"])
    expectFindings(
      top, .simple, importing: files("properties: {flavour_id: small}", "properties: {}"),
      elsewhere: ["large.yaml:4:3 warning missing-flavour"])
    expectFindings(
      top, .simple, importing: files(types: types.replacing("[small, large]", with: "[small, large, huge]")),
      elsewhere: ["types.yaml:13:78 warning flavour-without-topology"])
  }

  @Test func `the flavour of a VNF that has several is chosen by an input`() {
    expectFindings(
      """
      imports: [types.yaml, small.yaml, large.yaml]
      topology_template:
        node_templates:
          VNF: {type: acme.VNF, properties: {flavour_id: large}}
      #                                                  ^^^^^ warning fixed-flavour
      """, .simple, importing: files())
  }

  @Test func `the connections that a VNF needs lead to connection points`() {
    let needing =
      types + "\n    requirements:\n      - outside: {capability: tosca.capabilities.nfv.VirtualLinkable}"
    expectFindings(
      """
      imports: [types.yaml]
      topology_template:
        substitution_mappings:
      # ^^^^^^^^^^^^^^^^^^^^^ warning unmapped-requirement
          node_type: acme.VNF
          properties: {flavour_id: small}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.Vdu.Compute
            properties: {name: a, description: b, vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}}
      """, .simple, importing: ["types.yaml": needing])
  }

  @Test func `a descriptor has a UUID, and speaks its default language`() {
    expectFindings(
      """
      imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
      topology_template:
        node_templates:
          VNF:
            type: tosca.nodes.nfv.VNF
            properties:
              descriptor_id: router-one
      #                      ^^^^^^^^^^ info descriptor-id
              descriptor_version: '1.0'
              provider: acme
              product_name: router
              software_version: '1.0'
              vnfm_info: ['0:acme']
              localization_languages: [en, fr]
              default_localization_language: de
      #                                      ^^ warning default-language
              flavour_id: simple
              flavour_description: the only one
      """, .simple)
  }

  @Test func `the functions of a network service are on its links`() {
    expectFindings(
      """
      imports: [etsi_nfv_sol001_nsd_3_3_1_types.yaml]
      topology_template:
        node_templates:
          service:
            type: tosca.nodes.nfv.NS
            properties:
              descriptor_id: 7d4a4a5c-0b5e-4b7c-9f5c-3b0d2d7d1c11
              invariant_id: 7d4a4a5c-0b5e-4b7c-9f5c-3b0d2d7d1c12
              designer: acme
              version: '1.0'
              name: branch
              flavour_id: simple
          firewall:
      #   ^^^^^^^^ info vnf-without-link
            type: tosca.nodes.nfv.PNF
            properties:
              descriptor_id: 7d4a4a5c-0b5e-4b7c-9f5c-3b0d2d7d1c13
              descriptor_invariant_id: 7d4a4a5c-0b5e-4b7c-9f5c-3b0d2d7d1c14
              function_description: filters
              provider: acme
              version: '1.0'
              name: firewall
      """, .simple)
  }
}
