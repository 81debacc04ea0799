import Support
import Testing

@Suite struct HeatCheckTests {
  @Test func `what Heat would refuse is told where it comes from`() {
    expectFindings(
      """
      topology_template:
        inputs:
          address: {type: string, default: eth0}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {flavor: m1.small, image: debian-12}
          CP1:
      #   ^^^ warning heat-refuses
            type: tosca.nodes.nfv.CP.Tacker
            properties: {mac_address: {get_input: address}}
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme}}
      """, isTranslated: true)
  }

  @Test func `a node says in Heat's own words what TOSCA has no word for`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1:
              type: tosca.nodes.nfv.VDU.Tacker
              metadata: {hot.properties: "{diskConfig: MANUAL, tags: [{get_param: 'OS::stack_name'}]}"}
              properties: {flavor: m1.small, image: debian-12}
            VDU2:
              type: tosca.nodes.nfv.VDU.Tacker
              metadata:
                hot.properties: {diskConfig: AUTO, flavor: m1.large}
        #       ^^^^^^^^^^^^^^ warning raw-properties
              properties: {flavor: m1.small, image: debian-12}
        """,
      main: """
        resources:
          VDU1:
            type: OS::Nova::Server
            properties:
              image: debian-12
              flavor: m1.small
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
              diskConfig: MANUAL
              tags:
              - {get_param: 'OS::stack_name'}
          VDU2:
            type: OS::Nova::Server
            properties:
              image: debian-12
              flavor: m1.large
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
              diskConfig: AUTO
        """)
  }

  @Test func `what a node says in Heat's own words is checked, too`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            metadata: {hot.properties: "{diskConfigs: MANUAL}"}
      #                ^^^^^^^^^^^^^^ warning heat-refuses
            properties: {flavor: m1.small, image: debian-12}
          VDU2:
            type: tosca.nodes.nfv.VDU.Tacker
            metadata: {hot.properties: "[a"}
      #                ^^^^^^^^^^^^^^ warning raw-properties
            properties: {flavor: m1.small, image: debian-12}
      """, isTranslated: true)
  }

  @Test func `an artifact's properties are added, too`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            artifacts:
              hot.properties:
                type: tosca.artifacts.File
                file: none.yaml
                properties: {diskConfig: MANUEL}
      #                      ^^^^^^^^^^ warning heat-refuses
            properties: {flavor: m1.small, image: debian-12}
      """, isTranslated: true)
  }
}
