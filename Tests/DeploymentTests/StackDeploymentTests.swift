import Deployment
import OpenStack
import Synchronization
import Testing

@Suite struct StackDeploymentTests {
  private let patience = Patience(Pace(shortest: .milliseconds(1), longest: .milliseconds(1)))
  private let creation = StackCreation(name: "a", template: [:])

  @Test func `a creation is followed to its end, each event told once`() async throws {
    let transport = RecordedTransport(
      .init("POST /v1/p/stacks", 201, #"{"stack": {"id": "1"}}"#),
      .init("GET /v1/p/stacks/a/1", 200, stack("CREATE_IN_PROGRESS")),
      .init("GET /v1/p/stacks/a/1/events?sort_dir=asc", 200, events(("e1", "CREATE_IN_PROGRESS"))),
      .init("GET /v1/p/stacks/a/1", 200, stack("CREATE_COMPLETE")),
      .init(
        "GET /v1/p/stacks/a/1/events?sort_dir=asc&marker=e1", 200,
        events(("e2", "CREATE_COMPLETE"), ("e3", "CREATE_COMPLETE"))))
    let told = Mutex<[String]>([])
    let end = try await StackDeployment(HeatClient(transport), patience: patience)
      .create(creation, within: .seconds(60)) { event in told.withLock { $0.append(event.id) } }
    #expect(end.status == "CREATE_COMPLETE")
    #expect(told.withLock { $0 } == ["e1", "e2", "e3"])
  }

  @Test func `a failed creation names the resources that failed`() async {
    let transport = RecordedTransport(
      .init("POST /v1/p/stacks", 201, #"{"stack": {"id": "1"}}"#),
      .init("GET /v1/p/stacks/a/1", 200, stack("CREATE_FAILED")),
      .init("GET /v1/p/stacks/a/1/events?sort_dir=asc", 200, events()),
      .init(
        "GET /v1/p/stacks/a/1/resources?nested_depth=5", 200,
        """
        {"resources": [{"resource_name": "x", "resource_status": "CREATE_FAILED", "resource_status_reason": "no host"},
          {"resource_name": "y", "resource_status": "CREATE_COMPLETE"}]}
        """))
    let deployment = StackDeployment(HeatClient(transport), patience: patience)
    let error = await #expect(throws: DeploymentError.self) {
      try await deployment.create(creation, within: .seconds(60)) { _ in }
    }
    guard case .stackFailed(let failure)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.resources.map(\.reason) == ["no host"])
    #expect(failure.message == "stack 'a' ended in CREATE_FAILED")
  }

  @Test func `a creation that is rolled back ends with the rollback and the reasons before it`() async {
    let transport = RecordedTransport(
      .init("POST /v1/p/stacks", 201, #"{"stack": {"id": "1"}}"#),
      .init("GET /v1/p/stacks/a/1", 200, stack("CREATE_FAILED")),
      .init("GET /v1/p/stacks/a/1/events?sort_dir=asc", 200, events(("e1", "CREATE_FAILED"))),
      .init("GET /v1/p/stacks/a/1", 200, stack("ROLLBACK_COMPLETE")),
      .init("GET /v1/p/stacks/a/1/events?sort_dir=asc&marker=e1", 200, events()),
      .init("GET /v1/p/stacks/a/1/resources?nested_depth=5", 200, #"{"resources": []}"#))
    let deployment = StackDeployment(HeatClient(transport), patience: patience)
    let creation = StackCreation(name: "a", template: [:], disablesRollback: false)
    let error = await #expect(throws: DeploymentError.self) {
      try await deployment.create(creation, within: .seconds(60)) { _ in }
    }
    guard case .stackFailed(let failure)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.stack.status == "ROLLBACK_COMPLETE")
    #expect(failure.resources.count == 1)
  }

  @Test func `a creation that takes too long is given up`() async {
    let transport = RecordedTransport(
      .init("POST /v1/p/stacks", 201, #"{"stack": {"id": "1"}}"#),
      .init("GET /v1/p/stacks/a/1", 200, stack("CREATE_IN_PROGRESS")),
      .init("GET /v1/p/stacks/a/1/events?sort_dir=asc", 200, events()))
    let deployment = StackDeployment(HeatClient(transport), patience: patience)
    let error = await #expect(throws: DeploymentError.self) {
      try await deployment.create(creation, within: .zero) { _ in }
    }
    #expect(error == .overdue("stack 'a' is not done after 0 s; it goes on without us"))
  }

  private func stack(_ status: String) -> String {
    """
    {"stack": {"id": "1", "stack_name": "a", "stack_status": "\(status)", "stack_status_reason": "it is so"}}
    """
  }

  private func events(_ events: (id: String, status: String)...) -> String {
    let items = events.map { #"{"id": "\#($0.id)", "resource_status": "\#($0.status)"}"# }
    return #"{"events": [\#(items.joined(separator: ", "))]}"#
  }
}
