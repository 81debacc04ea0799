import Diagnostics
import OpenStack
import Support
import Testing

@testable import Translation

/// An application that connects to a database on another server.
private func connected(_ operations: String, inputs: String = "", app: String = "{create: app.sh}") -> String
{
  """
  topology_template:
    node_templates:
      front: {type: tosca.nodes.Compute}
      back: {type: tosca.nodes.Compute}
      app:
        type: tosca.nodes.WebServer
        requirements:
        - host: front
        - dependency: {node: dbms, relationship: {type: tosca.relationships.DependsOn, interfaces: {Configure: \(operations)}}}
        interfaces: {Standard: \(app)}
      dbms:
        type: tosca.nodes.DBMS
        properties: {port: 3306}
        requirements: [{host: back}]
        interfaces: {Standard: {create: dbms.sh}}
  """
}

@Suite struct SoftwareRelationshipTests {
  /// What each deployment waits for.
  private func order(
    of template: String, _ lifecycle: TranslationOptions.Lifecycle, form: TemplateForm = .simple
  ) throws -> [String: [String]] {
    let (translation, log) = ReadTemplate(template, form).translated(lifecycle: lifecycle)
    #expect(!log.findings.contains { $0.severity != .info }, "\(log.pretty())")
    let resources = try #require(translation?.main.resources)
    return Dictionary(
      resources.filter { $0.name.hasSuffix("_deploy") }.map { ($0.name, $0.element.dependsOn) },
      uniquingKeysWith: +)
  }

  @Test func `an operation of a relationship is run at its end, after what creates that`() throws {
    let template = connected(
      "{pre_configure_target: {implementation: t.sh, inputs: {port: {get_property: [TARGET, port]}, name: {get_attribute: [SOURCE, tosca_name]}}}}"
    )
    #expect(
      try order(of: template, .deployments) == [
        "app_create_deploy": ["dbms_create_deploy"], "dbms_create_deploy": [],
        "app_dbms_connect_deploy": ["dbms_create_deploy"],
      ])
    #expect(
      try order(of: template, .component) == [
        "app_deploy": ["dbms_deploy"], "dbms_deploy": [], "app_dbms_connect_deploy": ["dbms_deploy"],
      ])
    let resources = ReadTemplate(template, .simple).translated().translation?.main.resources ?? []
    let deployment = resources.first { $0.name == "app_dbms_connect_deploy" }?.element
    #expect(deployment?["server"] == .getResource("back"))
    #expect(deployment?["input_values"] == ["port": 3306, "name": "app"])
  }

  @Test func `all operations of a relationship are run, each in its place`() throws {
    let template = connected(
      "{pre_configure_source: a.sh, pre_configure_target: b.sh, post_configure_source: c.sh, post_configure_target: d.sh}",
      app: "{create: a.sh, configure: b.sh, start: c.sh}")
    #expect(
      try order(of: template, .component) == [
        "dbms_deploy": [], "app_dbms_connect_deploy": ["dbms_deploy"],
        "app_dbms_post_configure_target_deploy": ["dbms_deploy"],
        "app_create_deploy": ["dbms_deploy"], "app_dbms_pre_configure_source_deploy": ["app_create_deploy"],
        "app_configure_deploy": ["app_create_deploy", "app_dbms_pre_configure_source_deploy"],
        "app_dbms_post_configure_source_deploy": ["app_configure_deploy"],
        "app_start_deploy": ["app_configure_deploy", "app_dbms_post_configure_source_deploy"],
      ])
  }

  @Test func `what comes before all of a component is not waited for by it alone`() throws {
    let template = connected("{pre_configure_source: a.sh}", app: "{configure: b.sh, start: c.sh}")
    #expect(
      try order(of: template, .component) == [
        "dbms_deploy": [], "app_dbms_connect_deploy": ["dbms_deploy"],
        "app_deploy": ["app_dbms_connect_deploy"],
      ])
  }

  @Test func `a relationship template has operations too`() throws {
    let template = """
      topology_template:
        relationship_templates:
          link: {type: tosca.relationships.HostedOn, interfaces: {Configure: {pre_configure_target: t.sh}}}
        node_templates:
          server: {type: tosca.nodes.Compute}
          app: {type: tosca.nodes.WebServer, requirements: [{host: {node: server, relationship: link}}]}
      """
    #expect(try order(of: template, .deployments) == ["app_server_connect_deploy": []])
  }

  @Test func `nodes that wait for each other wait for nothing there`() throws {
    let names = ["a": "b", "b": "c", "c": "a"]
    let nodes = names.keys.sorted().map { name in
      """
          \(name): {type: tosca.nodes.SoftwareComponent, requirements: [{host: server}, {dependency: \(names[name] ?? "")}], interfaces: {Standard: {create: a.sh}}}
      """
    }
    let template = """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
      \(nodes.joined(separator: "\n"))
      """
    let (translation, log) = ReadTemplate(template, .simple).translated()
    #expect(log.findings.filter { $0.severity != .info }.map(\.code.name) == ["not-translated"])
    let deployments = translation?.main.resources.filter { $0.name.hasSuffix("_deploy") } ?? []
    #expect(deployments.map(\.element.dependsOn) == [["b_deploy"], ["c_deploy"], []])
  }
}

@Suite struct SoftwareOfManyTests {
  private let scaled = """
    topology_template:
      node_templates:
        VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        db_server: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        app:
          type: tosca.nodes.nfv.VNFC.Tacker
          requirements: [{host: VDU1}, {dependency: db}]
          interfaces: {Standard: {create: {implementation: app.sh, inputs: {ip: {get_attribute: [db_server, private_address]}}}}}
        db:
          type: tosca.nodes.SoftwareComponent
          requirements: [{host: db_server}]
          interfaces: {Standard: {create: db.sh}}
        both:
          type: tosca.nodes.nfv.VNFC.Tacker
          requirements: [{host: VDU1}, {host: db_server}]
          interfaces: {Standard: {create: both.sh}}
      policies:
      - SP1:
          type: tosca.policies.tacker.Scaling
          targets: [VDU1]
          properties: {increment: 1, min_instances: 1, max_instances: 3, default_instances: 1}
    """

  @Test func `software is multiplied with its server, and waits for what is not`() throws {
    let (translation, log) = ReadTemplate(scaled).translated(driver: .heat)
    #expect(!log.hasErrors, "\(log.pretty())")
    let main = try #require(translation?.main)
    let nested = try #require(translation?.nested.first?.element)
    #expect(
      main.resources.map(\.name) == [
        "db_server", "db_component", "db_deploy", "both_component", "both_deploy", "SP1_group",
        "SP1_scale_out",
        "SP1_scale_in",
      ])
    #expect(
      nested.resources.map(\.name) == [
        "VDU1", "both_component", "both_deploy", "app_component", "app_deploy",
      ])
    let group = main.resources.first { $0.name == "SP1_group" }?.element
    #expect(group?.dependsOn == ["db_deploy"])
    #expect(
      group?["resource"]?["properties"] == [
        "db_server_private_address": .getAttr("db_server", "first_address")
      ])
    #expect(
      nested.resources.last?.element["input_values"] == ["ip": .getParam("db_server_private_address")])
    #expect(translation?.attachments.map(\.name) == ["both.sh", "app.sh", "db.sh"])
  }

  @Test func `a profile of Senlin is given the text of a script`() throws {
    let (translation, log) = ReadTemplate(scaled).translated(driver: .senlin)
    #expect(!log.hasErrors, "\(log.pretty())")
    let nested = try #require(translation?.nested.first?.element)
    #expect(
      nested.parameters.map(\.name) == [
        "both_create_script", "app_create_script", "db_server_private_address",
      ])
    let profile = translation?.main.resources.first { $0.element.type == "OS::Senlin::Profile" }?.element
    let member = profile?["properties"]?["template"]?["resources"]?["VDU1"]?["properties"]
    #expect(member?["app_create_script"] == .getFile("app.sh"))
  }

  @Test func `one component on several servers is a group of deployments`() throws {
    let template = """
      topology_template:
        node_templates:
          one: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          two: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          app:
            type: tosca.nodes.nfv.VNFC.Tacker
            requirements: [{host: one}, {host: two}]
            interfaces: {Standard: {create: app.sh}}
      """
    let resources = try #require(ReadTemplate(template).translated().translation?.main.resources)
    let deployment = resources.last?.element
    #expect(deployment?.type == "OS::Heat::SoftwareDeploymentGroup")
    #expect(deployment?["servers"] == ["one": .getResource("one"), "two": .getResource("two")])
  }

  @Test func `files of one name in several folders are kept apart`() {
    var files = Attachments(beside: ["stack.yaml"])
    let place = ReadTemplate("").log.findings.first?.range
    guard let place else { return }
    #expect(files.add("a.sh", in: "x", at: place) == "a.sh")
    #expect(files.add("a.sh", in: "x", at: place) == "a.sh")
    #expect(files.add("a.sh", in: "y", at: place) == "files2/a.sh")
    #expect(files.add("../../Scripts/./a.sh", in: "x", at: place) == "Scripts/a.sh")
    #expect(files.add("/etc/passwd", in: "x", at: place) == "etc/passwd")
    #expect(files.add("stack.yaml", in: "x", at: place) == "files2/stack.yaml")
    #expect(files.add("..", in: "x", at: place) == "file")
  }
}
