import Deployment
import OpenStack
import Testing

@Suite struct HeatClientTests {
  @Test func `a redirect by name is followed with the token`() async throws {
    let transport = RecordedTransport(
      .init("GET /v1/p/stacks/a", 302, "", headers: [("Location", "http://cloud.test/v1/p/stacks/a/1")]),
      .init("GET /v1/p/stacks/a/1", 200, #"{"stack": {"id": "1", "stack_name": "a"}}"#))
    let stack = try await HeatClient(transport).stack("a")
    #expect(stack.id == "1")
    #expect(transport.asked.allSatisfy { $0.headers.contains { $0 == ("X-Auth-Token", "secret") } })
  }

  @Test(arguments: ["http://other.test/v1", "https://cloud.test/v1", "http://cloud.test.evil/v1"])
  func `the token goes to no other server`(location: String) async {
    let transport = RecordedTransport(
      .init("GET /v1/p/stacks/a", 302, "", headers: [("Location", location)]))
    await #expect(throws: DeploymentError.self) { try await HeatClient(transport).stack("a") }
    #expect(transport.asked.count == 1)
  }

  @Test func `names are encoded as one segment of the path`() async throws {
    let transport = RecordedTransport(.init("GET /v1/p/resource_types/OS%3A%3ASenlin%3A%3ACluster", 404))
    #expect(try await HeatClient(transport).hasResourceType("OS::Senlin::Cluster") == false)
  }

  @Test func `a creation carries the template, its files and the time that it may take`() async throws {
    let transport = RecordedTransport(.init("POST /v1/p/stacks", 201, #"{"stack": {"id": "7"}}"#))
    let creation = StackCreation(
      name: "a", template: ["heat_template_version": "2016-04-08"], files: ["b.yaml": "text"],
      parameters: ["c": 1], timeoutMinutes: 5)
    #expect(try await HeatClient(transport).createStack(creation) == "7")
    let body = transport.asked.first.map { String(decoding: $0.body, as: UTF8.self) }
    #expect(
      body == """
        {"disable_rollback":true,"files":{"b.yaml":"text"},"parameters":{"c":1},"stack_name":"a",\
        "template":{"heat_template_version":"2016-04-08"},"timeout_mins":5}
        """)
  }

  @Test func `a cluster is asked to scale with the newest version of the API`() async throws {
    let transport = RecordedTransport(.init("POST /v1/clusters/c/actions", 202, #"{"action": "9"}"#))
    #expect(try await ClusteringClient(transport).perform(.scaleOut(count: 2), on: "c") == "9")
    let request = try #require(transport.asked.first)
    #expect(String(decoding: request.body, as: UTF8.self) == #"{"scale_out":{"count":2}}"#)
    #expect(request.headers.contains { $0 == ("OpenStack-API-Version", "clustering 1.14") })
  }
}
