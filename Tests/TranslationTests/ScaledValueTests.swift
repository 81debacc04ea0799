import OpenStack
import Support
import Testing
import Translation

@Suite struct ScaledValueTests {
  @Test func `a value that one instance alone can have is refused in a group`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: net0}}
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            properties:
              ip_address: 10.0.0.5
      #       ^^^^^^^^^^ error unique-in-group
              mac_address: fa:16:3e:00:00:01
      #       ^^^^^^^^^^^ error unique-in-group
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 1, max_instances: 2}
      """, isTranslated: true)
  }

  @Test func `a management driver other than none is reported as left out`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties:
              image: i
              flavor: f
              mgmt_driver: openwrt
      #       ^^^^^^^^^^^ warning not-translated
      """, isTranslated: true)
  }

  @Test(arguments: ["99999999999999999999 TB", "nan", "inf", "1e300"])
  func `a size that no server can have is one finding`(size: String) {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: i}
            capabilities:
              nfv_compute:
                properties:
                  num_cpus: 1
                  mem_size: '\(size)'
      #                     \(String(repeating: "^", count: size.utf8.count + 2)) error unusable-size
      """, isTranslated: true)
  }

  @Test func `a group waits for the subnet that its members have their addresses from`() {
    let translation = ReadTemplate(
      """
      topology_template:
        node_templates:
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24}}
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: i, flavor: f}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 1, max_instances: 2}
      """, .nfv
    ).translated().translation
    let group = translation?.main.resources.first { $0.name == "scaling_group" }
    #expect(group?.element.dependsOn == ["VL1_subnet"])
  }
}
