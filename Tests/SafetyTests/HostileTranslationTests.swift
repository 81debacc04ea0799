import Diagnostics
import OpenStack
import Support
import Testing
import Translation

/// HOT templates and descriptors of strangers, whose defaults and numbers lead in circles or out of range.
@Suite(.timeLimit(.minutes(1))) struct HostileTranslationTests {
  @Test func `the default of a parameter is data, also where it looks like a call of itself`() {
    let template: Value = [
      "heat_template_version": "2016-04-08",
      "parameters": ["p": ["type": "json", "default": ["get_param": "p"]]],
      "resources": [
        "s": [
          "type": "OS::Nova::Server",
          "properties": ["flavor": "a", "image": "b", "metadata": ["get_param": "p"]],
        ]
      ],
    ]
    #expect(heatProblems(in: template).filter { $0.severity == .error } == [])
  }

  @Test func `a file is never the folder of another, nor that of the specs`() {
    let read = ReadTemplate(
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          a: {type: tosca.nodes.SoftwareComponent, requirements: [{host: server}], interfaces: {Standard: {create: run}}}
          b: {type: tosca.nodes.SoftwareComponent, requirements: [{host: server}], interfaces: {Standard: {create: run/x.sh}}}
          c: {type: tosca.nodes.SoftwareComponent, requirements: [{host: server}], interfaces: {Standard: {create: senlin}}}
          d: {type: tosca.nodes.SoftwareComponent, requirements: [{host: server}], interfaces: {Standard: {create: stack.yaml/y}}}
      """, .whole)
    let names = (read.translated().translation?.attachments ?? []).map(\.name)
    #expect(names == ["run", "files2/run/x.sh", "files2/senlin", "files2/stack.yaml/y"])
  }

  @Test func `any number of relationships between two nodes have names of their own`() {
    let requirements = (0..<6).map { _ in
      "            - dependency: {node: t, relationship: {type: tosca.relationships.ConnectsTo, interfaces: {Configure: {pre_configure_source: a.sh}}}}\n"
    }.joined()
    let read = ReadTemplate(
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          t: {type: tosca.nodes.SoftwareComponent, requirements: [{host: server}], interfaces: {Standard: {create: run}}}
          w:
            type: tosca.nodes.SoftwareComponent
            interfaces: {Standard: {create: run}}
            requirements:
              - host: server
      """ + "\n" + requirements, .whole)
    let log = read.translated().log
    #expect(!log.findings.contains { $0.code.name == "resource-name-taken" }, "\(log.pretty())")
  }
}
