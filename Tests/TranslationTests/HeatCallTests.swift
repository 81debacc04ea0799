import Diagnostics
import OpenStack
import Support
import Testing
import Translation

@Suite struct HeatCallTests {
  @Test(arguments: [
    "{get_file: /etc/shadow}", "{get_resource: server}", "{get_param: x}", "{str_replace: {}}",
  ])
  func `what only Heat calls a function is left out of values`(value: String) {
    let read = ReadTemplate(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        outputs:
          stolen: {value: \(value)}
      """, .simple)
    let (translation, log) = read.translated()
    #expect(translation?.main.outputs == [])
    #expect(log.findings.map(\.code.name).contains("heat-call"))
  }

  @Test func `a file that raw properties name goes with the templates, from below their folder`() {
    let read = ReadTemplate(
      """
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            metadata: {hot.properties: "{user_data: {get_file: ../../etc/passwd}}"}
      """, .simple)
    let translation = read.translated().translation
    #expect(translation?.attachments.map(\.name) == ["etc/passwd"])
    #expect(translation?.main.resources.first?.element["user_data"] == .getFile("etc/passwd"))
  }
}
