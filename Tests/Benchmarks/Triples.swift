/// A template of `count` servers, each with a port on a network of its own, the usual way to make one large.
func triples(_ count: Int) -> [UInt8] {
  var text = """
    tosca_definitions_version: tosca_simple_yaml_1_3
    description: \(count) servers with a port and a network each
    topology_template:
      node_templates:

    """
  for number in 1...count {
    let (third, fourth) = (number / 256 % 256, number % 256)
    text += """
          server\(number):
            type: tosca.nodes.Compute
            capabilities:
              host:
                properties: {num_cpus: 2, mem_size: 2 GB, disk_size: 20 GB}
              os:
                properties: {type: linux, distribution: debian, version: "12.1"}
          port\(number):
            type: tosca.nodes.network.Port
            properties:
              order: 0
            requirements:
            - binding: {node: server\(number)}
            - link: {node: network\(number)}
          network\(number):
            type: tosca.nodes.network.Network
            properties:
              network_name: network\(number)
              cidr: 10.\(third).\(fourth).0/24
              ip_version: 4

      """
  }
  return Array(text.utf8)
}

/// A template of nodes that each depend on the next one.
func chain(_ count: Int) -> [UInt8] {
  let nodes = (1...count).map {
    "    n\($0): {type: tosca.nodes.Root, requirements: [{dependency: n\($0 + 1)}]}\n"
  }
  return Array((nodeTemplates + nodes.joined() + "    n\(count + 1): {type: tosca.nodes.Root}\n").utf8)
}

/// A template of one server, and of nodes that ask for any server.
func typed(_ count: Int) -> [UInt8] {
  let nodes = (1...count).map {
    "    n\($0): {type: tosca.nodes.SoftwareComponent, requirements: [{host: tosca.nodes.Compute}]}\n"
  }
  return Array((nodeTemplates + "    server: {type: tosca.nodes.Compute}\n" + nodes.joined()).utf8)
}

private let nodeTemplates =
  "tosca_definitions_version: tosca_simple_yaml_1_3\ntopology_template:\n  node_templates:\n"
