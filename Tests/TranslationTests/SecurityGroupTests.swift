import OpenStack
import Support
import Testing
import Translation

@Suite struct SecurityGroupTests {
  private static let cases: [(String, OpenStack.Value)] = [
    ("default", .list(["default"])), ("[default, web]", .list(["default", "web"])),
    ("{get_input: one}", .list([["get_param": "one"]])), ("{get_input: all}", ["get_param": "all"]),
  ]

  @Test(arguments: cases)
  func `a security group that is written as a text is a list of one`(groups: String, value: OpenStack.Value) {
    let isList = groups.contains("[") || groups.contains("all")
    let template = """
      node_types:
        Server:
          derived_from: tosca.nodes.Compute
          properties: {security_groups: {type: \(isList ? "list" : "string")}}
        Port:
          derived_from: tosca.nodes.network.Port
          properties: {security_groups: {type: \(isList ? "list" : "string")}}
      topology_template:
        inputs: {one: {type: string}, all: {type: list, entry_schema: {type: string}}}
        node_templates:
          server: {type: Server, properties: {security_groups: \(groups)}}
          port:
            type: Port
            properties: {security_groups: \(groups)}
            requirements: [{link: net}, {binding: server}]
          net: {type: tosca.nodes.network.Network, properties: {network_name: a}}
      """
    let resources = ReadTemplate(template, .simple).translated().translation?.main.resources
    for name in ["server", "port"] {
      #expect(resources?.first { $0.name == name }?.element["security_groups"] == value)
    }
  }
}
