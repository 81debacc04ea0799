import OpenStack
import Support
import Testing
import Translation

@Suite struct DependencyTests {
  @Test(arguments: [
    (
      "{type: tosca.nodes.nfv.Vdu.Compute, properties: {name: a, description: b, vdu_profile: "
        + "{min_number_of_instances: 1, max_number_of_instances: 1}}}", "first"
    ),
    ("{type: tosca.nodes.nfv.VduCp, properties: {layer_protocols: [ipv4]}}", "first"),
    (
      "{type: tosca.nodes.nfv.VnfVirtualLink, properties: {connectivity_type: {layer_protocols: [ipv4]}, vl_profile: "
        + "{max_bitrate_requirements: {root: 1}, min_bitrate_requirements: {root: 1}}}}", "first"
    ),
    (
      "{type: tosca.nodes.nfv.Vdu.VirtualBlockStorage, properties: "
        + "{virtual_block_storage_data: {size_of_storage: 1 GB}}}", "first"
    ),
    ("{type: tosca.nodes.BlockStorage, properties: {volume_id: a}}", nil),
    ("{type: tosca.nodes.network.Network, properties: {network_name: a}}", nil),
    ("{type: tosca.nodes.network.Network, properties: {cidr: 10.0.0.0/24}}", "first"),
    (
      "{type: tosca.nodes.SoftwareComponent, requirements: [{host: other}], interfaces: {Standard: {create: a.sh}}}",
      "first_deploy"
    ),
    ("{type: tosca.nodes.SoftwareComponent, requirements: [{host: other}]}", nil),
  ])
  func `a node waits for what is made of the one that it depends on`(node: String, name: String?) {
    let template = """
      topology_template:
        node_templates:
          second: {type: tosca.nodes.Compute, requirements: [{dependency: first}]}
          other: {type: tosca.nodes.Compute}
          first: \(node)
      """
    let translation = ReadTemplate(template, .vnfd).translated().translation
    let server = translation?.main.resources.first { $0.name == "second" }?.element
    #expect(server != nil)
    #expect(server?.dependsOn == name.map { [$0] } ?? [])
  }

  @Test func `software waits for what it depends on`() {
    let template = """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          other: {type: tosca.nodes.Compute}
          app:
            type: tosca.nodes.SoftwareComponent
            requirements: [{host: server}, {dependency: other}]
            interfaces: {Standard: {create: a.sh}}
      """
    let translation = ReadTemplate(template, .simple).translated().translation
    let deployment = translation?.main.resources.first { $0.name == "app_deploy" }?.element
    #expect(deployment?.dependsOn == ["other"])
  }

  @Test func `a server does not wait for what runs on it`() {
    let template = """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, requirements: [{dependency: app}]}
          app:
            type: tosca.nodes.SoftwareComponent
            requirements: [{host: server}]
            interfaces: {Standard: {create: a.sh}}
      """
    let translation = ReadTemplate(template, .simple).translated().translation
    #expect(translation?.main.resources.first { $0.name == "server" }?.element.dependsOn == [])
  }
}
