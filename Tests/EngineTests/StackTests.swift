import Engine
import OpenStack
import Testing

@Suite struct StackTests {
  @Test func `resources are made after what they refer to and removed before it`() async throws {
    let bench = try await Workbench()
    let stack = try await bench.create("order", Self.network)
    #expect(stack.stackStatus == "CREATE_COMPLETE", "\(stack.statusReason)")
    try await bench.engine.deleteStack("order")
    await bench.engine.waitUntilIdle()
    let events = try await bench.engine.stackEvents(stack.id).map {
      "\($0.resourceName) \($0.resourceStatus)"
    }
    let expected = [
      "order CREATE_IN_PROGRESS", "net CREATE_IN_PROGRESS", "net CREATE_COMPLETE",
      "subnet CREATE_IN_PROGRESS",
      "subnet CREATE_COMPLETE", "port CREATE_IN_PROGRESS", "port CREATE_COMPLETE",
      "server CREATE_IN_PROGRESS",
      "server CREATE_COMPLETE", "order CREATE_COMPLETE", "order DELETE_IN_PROGRESS",
      "server DELETE_IN_PROGRESS",
      "server DELETE_COMPLETE", "port DELETE_IN_PROGRESS", "port DELETE_COMPLETE",
      "subnet DELETE_IN_PROGRESS",
      "subnet DELETE_COMPLETE", "net DELETE_IN_PROGRESS", "net DELETE_COMPLETE", "order DELETE_COMPLETE",
    ]
    #expect(events == expected)
    let rows = try await bench.rows()
    #expect(Set(rows.keys) == ["blueprint", "stack", "stack_event", "grdb_migrations"])
  }

  @Test func `addresses come from the subnet and reach the outputs`() async throws {
    let bench = try await Workbench()
    try await bench.create("order", Self.network, parameters: ["flavor": "m1.large"])
    let outputs = try await bench.engine.outputs(ofStack: "order")
    #expect(outputs.map(\.value) == ["192.168.7.2", "order", "http://192.168.7.2:80/a,b/m1.large"])
    let server = try await bench.engine.resource("server", ofStack: "order")
    #expect(server.attributes["first_address"] == "192.168.7.2")
    #expect(server.requiredBy.isEmpty)
  }

  @Test func `a failure is told with the path to it`() async throws {
    let bench = try await Workbench(SimulationOptions(failing: [.create], failingNames: "server"))
    let stack = try await bench.create("broken", Self.network)
    #expect(stack.stackStatus == "CREATE_FAILED")
    #expect(
      stack.statusReason.hasPrefix(
        "Resource CREATE failed: ResourceInError: resources.server: Went to status"))
    let server = try await bench.engine.resource("server", ofStack: "broken")
    #expect(server.resourceStatus == "CREATE_FAILED")
  }

  @Test func `a failed stack is rolled back where that is wanted`() async throws {
    let bench = try await Workbench(SimulationOptions(failing: [.create], failingNames: "server"))
    let stack = try await bench.create("broken", Self.network, disableRollback: false)
    #expect(stack.stackStatus == "ROLLBACK_COMPLETE")
    #expect(try await bench.engine.resources(ofStack: stack.id).isEmpty)
    let rows = try await bench.rows()
    #expect(Set(rows.keys) == ["blueprint", "stack", "stack_event", "grdb_migrations"])
  }

  @Test func `a failure in a nested stack is told from the outside`() async throws {
    let bench = try await Workbench(SimulationOptions(failing: [.create], failingNames: "VDU1"))
    let outer = """
      heat_template_version: 2016-04-08
      resources:
        inner: {type: cluster_scaling_VDU1.yaml}
      """
    let stack = try await bench.create("outer", outer, files: vduFiles)
    #expect(
      stack.statusReason.hasPrefix(
        "Resource CREATE failed: ResourceInError: resources.inner.resources.VDU1: "))
    try await bench.engine.deleteStack("outer")
    await bench.engine.waitUntilIdle()
    #expect(try await bench.rows()["resource"] == nil)
  }

  @Test func `a stack that takes too long fails`() async throws {
    let bench = try await Workbench(SimulationOptions(delay: 7200))
    let request = StackRequest(
      name: "slow", template: try Value(readingYAML: Self.network), timeoutMinutes: 1)
    _ = try await bench.engine.createStack(request)
    while try await bench.engine.resource("net", ofStack: "slow").status != "IN_PROGRESS" {
      await Task.yield()
    }
    while try await bench.engine.stack("slow").status == "IN_PROGRESS" {
      bench.clock.advance(61)
      await Task.yield()
    }
    await bench.engine.waitUntilIdle()
    let stack = try await bench.engine.stack("slow")
    #expect(stack.stackStatus == "CREATE_FAILED")
    #expect(stack.statusReason == "Create timed out")
  }

  @Test(arguments: [
    (
      "resources: {a: {type: OS::Foo::Bar}}",
      "resource type OS::Foo::Bar is not supported by the built-in engine"
    ),
    (
      "resources: {a: {type: OS::Nova::Server}}",
      "Property error: : resources.a.properties: : Property flavor not assigned"
    ),
    (
      "resources: {a: {type: OS::Nova::Server, properties: {flavor: f, colour: red}}}",
      "Property error: : resources.a.properties: : Unknown Property colour"
    ),
    (
      "resources: {a: {type: OS::Neutron::Port, properties: {network: {get_resource: b}}}}",
      "The specified reference \"b\" (in a) is incorrect."
    ),
    (
      "resources: {a: {type: OS::Neutron::Net, depends_on: b}, b: {type: OS::Neutron::Net, depends_on: a}}",
      "Circular Dependency Found: a, b"
    ),
    ("parameters: {p: {type: string}}", "The Parameter (p) was not provided."),
    (
      "parameters: {p: {type: number, default: x}}",
      "Parameter 'p' is invalid: could not convert string to float: 'x'"
    ),
    ("bogus: {}", "The template section is invalid: bogus"),
    ("outputs: {o: {value: {yaql: {}}}}", "the function \"yaql\" is not supported by the built-in engine"),
    ("resources: {a: {type: x.yaml}}", "No content found in the \"files\" section for template path: x.yaml"),
  ])
  func `a template that cannot be is refused`(_ section: String, _ message: String) async throws {
    let bench = try await Workbench()
    let template = try Value(readingYAML: "heat_template_version: 2016-04-08\n" + section)
    do {
      _ = try await bench.engine.createStack(StackRequest(name: "bad", template: template))
      Issue.record("the template was accepted")
    } catch {
      #expect(error.message == message)
      #expect(error.kind == .invalid)
    }
    #expect(try await bench.rows()["stack"] == nil)
  }

  private static let network = """
    heat_template_version: 2016-04-08
    parameters:
      flavor: {type: string, default: m1.tiny}
    resources:
      server:
        type: OS::Nova::Server
        properties:
          flavor: {get_param: flavor}
          networks: [{port: {get_resource: port}}]
      port:
        type: OS::Neutron::Port
        properties: {network: {get_resource: net}}
      subnet:
        type: OS::Neutron::Subnet
        properties: {network: {get_resource: net}, cidr: 192.168.7.0/24}
      net: {type: OS::Neutron::Net}
    outputs:
      ip: {value: {get_attr: [port, fixed_ips, 0, ip_address]}}
      url:
        value:
          str_replace:
            template: http://HOST:PORT/LIST/FLAVOR
            params:
              HOST: {get_attr: [server, first_address]}
              PORT: 80
              LIST: {list_join: [",", [a], [b]]}
              FLAVOR: {get_param: flavor}
      name: {value: {get_param: "OS::stack_name"}}
    """
}
