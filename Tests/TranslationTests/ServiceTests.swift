import Support
import Testing

@Suite struct ServiceTests {
  @Test func `the VNFs of a network service are not translated`() {
    expectFindings(
      """
      node_types:
        acme.VNF1: {derived_from: tosca.nodes.nfv.VNF}
      topology_template:
        node_templates:
          VNF1:
      #   ^^^^ warning not-translated
            type: acme.VNF1
            properties: {id: a, vendor: b, version: 1.0}
            requirements: [{virtualLink: VL1}]
          VL1: {type: tosca.nodes.nfv.VL, properties: {network_name: net0, vendor: acme}}
      """, isTranslated: true)
  }
}
