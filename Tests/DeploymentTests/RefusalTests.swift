import Deployment
import OpenStack
import Testing

@Suite struct RefusalTests {
  @Test(arguments: [
    (
      409,
      #"{"code": 409, "title": "Conflict", "error": {"type": "StackExists", "message": "The Stack (a) already exists."}}"#,
      "StackExists", "The Stack (a) already exists. (409)"
    ),
    (
      409, #"{"code": 409, "error": {"code": 409, "type": "ActionCooldown", "message": "in cooldown"}}"#,
      "ActionCooldown", "in cooldown (409)"
    ),
    (
      400, #"{"code": 400, "title": "Bad Request", "explanation": "malformed"}"#, nil, "malformed (400)"
    ),
    (
      401, #"{"error": {"code": 401, "title": "Unauthorized", "message": "no"}}"#, nil,
      "http://cloud.test does not accept the token"
    ),
    (502, "<html>Bad Gateway</html>", nil, "http://cloud.test/v1/p/stacks answered 502 without saying why"),
    (500, "", nil, "http://cloud.test/v1/p/stacks answered 500 without saying why"),
  ])
  func `a refusal says what the server said`(
    status: Int, body: String, type: String?, message: String
  ) async {
    let heat = HeatClient(RecordedTransport(.init("GET /v1/p/stacks", status, body)))
    let error = await #expect(throws: DeploymentError.self) { try await heat.stacks() }
    #expect(error?.message == message)
    #expect(error?.type == type)
    #expect(error?.status == status)
  }

  @Test func `an answer that is not JSON is told from a refusal`() async {
    let heat = HeatClient(RecordedTransport(.init("GET /v1/p/stacks", 200, "<html>hello</html>")))
    let error = await #expect(throws: DeploymentError.self) { try await heat.stacks() }
    #expect(
      error
        == .unreadable(
          "the answer of http://cloud.test/v1/p/stacks is not JSON; is this an address of OpenStack?"))
  }

  @Test func `a stack without an id is not taken for created`() async {
    let heat = HeatClient(RecordedTransport(.init("POST /v1/p/stacks", 201, "{}")))
    let creation = StackCreation(name: "a", template: [:])
    let error = await #expect(throws: DeploymentError.self) { try await heat.createStack(creation) }
    #expect(error == .unreadable("the answer to the creation of stack 'a' has no id"))
  }
}
