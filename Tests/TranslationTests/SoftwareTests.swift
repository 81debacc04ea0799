import Diagnostics
import OpenStack
import Support
import Testing
import Translation

/// A template of one server and what is said of the software on it; the lines of `nodes` are two columns in.
private func server(with nodes: String, types: String = "") -> String {
  """
  \(types)
  topology_template:
    node_templates:
      server: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
  \(nodes)
  """
}

private let preparedServer = """
  resources:
    server:
      type: OS::Nova::Server
      properties:
        image: cirros
        flavor: m1.tiny
        config_drive: false
        user_data_format: SOFTWARE_CONFIG
        software_config_transport: POLL_SERVER_HEAT
  """

@Suite struct SoftwareComponentTests {
  @Test func `an operation does not take what it puts out itself`() {
    let text = """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          app:
      #   ^^^ info operations-apart
            type: tosca.nodes.SoftwareComponent
            requirements: [{host: server}]
            interfaces:
              Standard:
                create: {implementation: a.sh, inputs: {x: {get_operation_output: [app, Standard, create, x]}}}
      #                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning not-translated
                start: {implementation: b.sh, inputs: {x: {get_operation_output: [SELF, Standard, create, x]}}}
      """
    expectFindings(text, .simple, isTranslated: true)
  }

  @Test func `software with one operation becomes a component with one action`() {
    expectTranslation(
      of: server(
        with: """
              app:
                type: tosca.nodes.SoftwareComponent
                requirements: [{host: server}]
                interfaces: {Standard: {configure: {implementation: scripts/set.sh, inputs: {size: 3}}}}
          """),
      main: """
        \(preparedServer)
          app_component:
            type: OS::Heat::SoftwareComponent
            properties:
              configs:
              - actions:
                - CREATE
                config: {get_file: scripts/set.sh}
                tool: script
          app_deploy:
            type: OS::Heat::SoftwareDeployment
            properties:
              config: {get_resource: app_component}
              server: {get_resource: server}
              signal_transport: HEAT_SIGNAL
              input_values:
                size: 3
        """)
  }

  @Test func `a component has each action of Heat once, and those that only people ask for`() throws {
    let read = ReadTemplate(
      server(
        with: """
              app:
                type: my.App
                requirements: [{host: server}]
                interfaces:
                  Maintenance: {backup: backup.sh}
                  Standard: {create: a.sh, configure: b.sh, start: c.sh, stop: d.sh, delete: e.sh}
          """,
        types: """
          interface_types:
            my.Maintenance: {derived_from: tosca.interfaces.Root, backup: {}}
          node_types:
            my.App:
              derived_from: tosca.nodes.SoftwareComponent
              interfaces: {Maintenance: {type: my.Maintenance}}
          """))
    let (translation, log) = read.translated()
    #expect(log.findings.isEmpty, "\(log.pretty())")
    let resources = try #require(translation?.main.resources)
    #expect(resources.map(\.name) == ["server", "app_component", "app_deploy"])
    let configs = resources[1].element["configs"]?.list ?? []
    let actions = configs.compactMap { $0["actions"]?.list?.first?.string }
    #expect(actions == ["CREATE", "DELETE", "SUSPEND", "RESUME", "Maintenance.backup"])
    #expect(configs[2]["config"] == .getFile("d.sh"))
    #expect(configs[3]["config"] == .getFile("c.sh"))
    #expect(configs[4]["config"] == .getFile("backup.sh"))
    let texts = configs[0]["config"]?["str_replace"]?["params"]?.map ?? [:]
    #expect(texts.map { $0.value } == [.getFile("a.sh"), .getFile("b.sh"), .getFile("c.sh")])
    #expect(translation?.attachments.map(\.name) == ["a.sh", "b.sh", "c.sh", "d.sh", "e.sh", "backup.sh"])
  }

  @Test(arguments: [
    ("{create: a.sh, configure: b.yaml}", "several tools"),
    ("{create: a.yaml, configure: b.yaml}", "cannot be one"),
    (
      "{create: {implementation: a.sh, inputs: {x: 1}}, start: {implementation: b.sh, inputs: {x: 2}}}",
      "input 'x'"
    ),
    (
      "{create: a.sh, start: {implementation: b.sh, inputs: {x: {get_operation_output: [SELF, Standard, create, y]}}}}",
      "takes an output"
    ),
  ])
  func `operations that cannot be one component are apart`(operations: String, reason: String) throws {
    let read = ReadTemplate(
      server(
        with: """
              app: {type: tosca.nodes.SoftwareComponent, requirements: [{host: server}], interfaces: {Standard: \(operations)}}
          """))
    let (translation, log) = read.translated()
    #expect(log.findings.map(\.code.name) == ["operations-apart"])
    #expect(log.findings[0].message.contains(reason), "\(log.findings[0].message)")
    let names = try #require(translation?.main.resources.map(\.name))
    #expect(names.count == 5)
    #expect(names[1...2] == ["app_create_config", "app_create_deploy"])
  }

  @Test func `what stops software is run before what deletes it`() throws {
    let read = ReadTemplate(
      server(
        with: """
              app:
                type: tosca.nodes.SoftwareComponent
                requirements: [{host: server}]
                interfaces: {Standard: {create: a.yaml, start: b.sh, stop: c.sh, delete: d.sh}}
          """))
    let resources = try #require(read.translated().translation?.main.resources)
    let deployments = resources.filter { $0.name.hasSuffix("_deploy") }
    #expect(
      deployments.map(\.name) == [
        "app_create_deploy", "app_start_deploy", "app_delete_deploy", "app_stop_deploy",
      ])
    #expect(deployments[3].element.dependsOn == ["app_delete_deploy"])
    #expect(
      deployments.map { $0.element["actions"]?.list?.compactMap(\.string) } == [
        nil, ["CREATE", "UPDATE", "RESUME"], ["DELETE"], ["SUSPEND", "DELETE"],
      ])
  }
}

@Suite struct SoftwareDeploymentTests {
  @Test func `each operation becomes a config and a deployment, one after the other`() {
    expectTranslation(
      of: server(
        with: """
              web:
                type: tosca.nodes.WebServer
                requirements: [{host: server}]
                interfaces: {Standard: {create: web/create.sh, start: web/start.pp}}
              app:
                type: tosca.nodes.WebApplication
                requirements: [{host: web}]
                interfaces: {Standard: {configure: {implementation: app.yaml, inputs: {ip: {get_attribute: [HOST, private_address]}}}}}
          """), lifecycle: .deployments,
      main: """
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: cirros
              flavor: m1.tiny
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
          web_create_config:
            type: OS::Heat::SoftwareConfig
            properties:
              group: script
              config: {get_file: web/create.sh}
          web_create_deploy:
            type: OS::Heat::SoftwareDeployment
            properties:
              config: {get_resource: web_create_config}
              server: {get_resource: server}
          web_start_config:
            type: OS::Heat::SoftwareConfig
            properties:
              group: puppet
              config: {get_file: web/start.pp}
          web_start_deploy:
            type: OS::Heat::SoftwareDeployment
            depends_on: web_create_deploy
            properties:
              config: {get_resource: web_start_config}
              server: {get_resource: server}
          app_configure_config:
            type: OS::Heat::SoftwareConfig
            properties:
              group: ansible
              config: {get_file: app.yaml}
          app_configure_deploy:
            type: OS::Heat::SoftwareDeployment
            depends_on: web_start_deploy
            properties:
              config: {get_resource: app_configure_config}
              server: {get_resource: server}
              input_values:
                ip: {get_attr: [server, first_address]}
        """)
  }

  @Test(arguments: [
    ("a.sh", "script"), ("a.py", "script"), ("a", "script"), ("a.yml", "ansible"), ("a.yaml", "ansible"),
    ("a.ansible", "ansible"), ("a.pp", "puppet"), ("a.rb", "chef"), ("a.sls", "salt"),
    ("{primary: {file: a.txt, type: tosca.artifacts.Implementation.Bash}}", "script"),
    ("{primary: {file: a.txt, type: my.Ansible}}", "ansible"),
  ])
  func `the type of an artifact or the ending of a file says what runs it`(file: String, tool: String) throws
  {
    let read = ReadTemplate(
      server(
        with: """
              app:
                type: tosca.nodes.SoftwareComponent
                requirements: [{host: server}]
                interfaces: {Standard: {create: {implementation: \(file)}}}
          """,
        types: "artifact_types: {my.Ansible: {derived_from: tosca.artifacts.Implementation}}"))
    let resources = try #require(read.translated(lifecycle: .deployments).translation?.main.resources)
    #expect(resources[1].element["group"]?.string == tool)
  }

  @Test func `roles of Ansible are installed first`() throws {
    let read = ReadTemplate(
      server(
        with: """
              app:
                type: tosca.nodes.SoftwareComponent
                artifacts:
                  nginx: {type: tosca.artifacts.AnsibleGalaxy.role, file: geerlingguy.nginx}
                  odd: {type: tosca.artifacts.AnsibleGalaxy.role, file: "it's; rm"}
                requirements: [{host: server}]
                interfaces: {Standard: {create: site.yaml}}
          """))
    let resources = try #require(read.translated().translation?.main.resources)
    #expect(
      resources.map(\.name) == [
        "server", "app_install_roles_config", "app_install_roles_deploy", "app_component", "app_deploy",
      ])
    #expect(
      resources[1].element["config"]?.string
        == "#!/bin/bash\nansible-galaxy install geerlingguy.nginx\nansible-galaxy install 'it'\\''s; rm'\n")
    #expect(resources[4].element.dependsOn == ["app_install_roles_deploy"])
  }

  @Test func `a server runs its own operations before those of its software`() throws {
    let read = ReadTemplate(
      """
      topology_template:
        node_templates:
          app: {type: tosca.nodes.WebApplication, requirements: [{host: between}], interfaces: {Standard: {create: a.sh}}}
          between: {type: tosca.nodes.WebServer, requirements: [{host: server}]}
          server: {type: tosca.nodes.Compute, interfaces: {Standard: {create: s.sh}}}
      """, .simple)
    let (translation, log) = read.translated()
    #expect(!log.hasErrors, "\(log.pretty())")
    let app = translation?.main.resources.first { $0.name == "app_deploy" }
    #expect(app?.element.dependsOn == ["server_deploy"])
  }

  @Test func `what is run nowhere is left out with a warning`() {
    expectFindings(
      """
      node_types:
        my.App: {derived_from: tosca.nodes.SoftwareComponent, interfaces: {Care: {type: my.Care}}}
      interface_types:
        my.Care: {derived_from: tosca.interfaces.Root, look: {}}
      topology_template:
        inputs: {script: {type: string}}
        node_templates:
          server: {type: tosca.nodes.Compute}
          a:
            type: tosca.nodes.SoftwareComponent
            requirements:
            - host: server
            - dependency:
                node: b
                relationship:
                  type: tosca.relationships.DependsOn
                  interfaces: {Configure: {add_target: add.sh}}
      #                                    ^^^^^^^^^^ warning not-translated
            interfaces:
              Standard:
                create: {implementation: {primary: a.sh, dependencies: [b.sh]}}
      #                                                                 ^^^^ warning not-translated
                start: {implementation: {primary: {file: {get_input: script}, type: tosca.artifacts.Implementation.Bash}}}
      #                                                  ^^^^^^^^^^^^^^^^^^^ warning not-translated
          b:
            type: tosca.nodes.SoftwareComponent
            requirements: [{host: server}, {dependency: a}]
      #                                     ^^^^^^^^^^ warning not-translated
      """, .simple, isTranslated: true)
  }
}
