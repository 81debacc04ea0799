import Deployment
import Engine
import EngineAPI
import OpenStack
import Testing

@Suite struct FrontTests {
  private static let heat = "/orchestration/v1/libretto"
  private static let senlin = "/clustering/v1"

  @Test(arguments: Carrier.allCases)
  func `calls without the token are refused in keystone's form`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      for headers in [[], [(name: "X-Auth-Token", value: "a-token-for-tess")], [("X-Auth-Token", "")]] {
        for path in ["\(Self.heat)/stacks", "\(Self.senlin)/clusters", "\(Self.senlin)/webhooks/1"] {
          let answer = try await served.call(.get, path, headers: headers)
          #expect(answer.status == 401)
          #expect(answer.json["error"]?["code"] == 401)
          #expect(answer.header("WWW-Authenticate")?.hasPrefix("Keystone uri=") == true)
        }
      }
    }
  }

  @Test(arguments: Carrier.allCases)
  func `an unknown webhook is refused without a token and without naming anything`(carrier: Carrier)
    async throws
  {
    try await Served.with(carrier) { served in
      let webhook = try await served.call(.post, "\(Self.senlin)/webhooks/no/trigger?V=2", headers: [])
      #expect(webhook.status == 404)
      let signal = try await served.call(.post, "\(Self.heat)/signal/no", headers: [])
      #expect(signal.status == 404)
    }
  }

  @Test(arguments: ["-1", "9223372036854775807", "0.5", "[]"])
  func `a webhook's caller gives no odd counts`(count: String) async throws {
    try await Served.with(.inProcess) { served in
      let path = "\(Self.senlin)/webhooks/any/trigger?V=2"
      let webhook = try await served.call(.post, path, "{\"count\": \(count)}", headers: [])
      #expect(webhook.status == 400)
    }
  }

  @Test(arguments: Carrier.allCases)
  func `a body that is no JSON is refused in the service's form`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let heat = try await served.call(.post, "\(Self.heat)/stacks", "{\"stack_name\": ")
      #expect(heat.status == 400)
      #expect(heat.json["error"]?["traceback"] == .null)
      #expect(heat.json["title"] == "Bad Request")
      let senlin = try await served.call(.post, "\(Self.senlin)/clusters", "[")
      #expect(senlin.status == 400)
      #expect(senlin.json["error"]?["code"] == 400)
    }
  }

  @Test(arguments: Carrier.allCases)
  func `a body above one mebibyte is refused`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let body = "{\"stack_name\": \"" + String(repeating: "x", count: 1 << 20) + "\"}"
      let answer = try await served.call(.post, "\(Self.heat)/stacks", body)
      #expect(answer.status == 400)
      #expect(answer.json["error"]?["type"] == "RequestLimitExceeded")
      #expect(try await served.call(.get, "/healthz").status == 200)
    }
  }

  @Test(arguments: Carrier.allCases)
  func `unknown paths and methods are told apart`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      #expect(try await served.call(.get, "\(Self.heat)/nothing").status == 404)
      #expect(try await served.call(.get, "\(Self.senlin)/nothing").status == 404)
      let answer = try await served.call(.put, "\(Self.senlin)/clusters")
      #expect(answer.status == 405)
      #expect(answer.header("Allow") == "GET, POST")
      #expect(answer.json["error"]?["type"] == "HTTPMethodNotAllowed")
    }
  }

  private static let versions: [(String?, Int, String?)] = [
    (nil, 200, "clustering 1.0"), ("clustering 1.7", 200, "clustering 1.7"),
    ("clustering latest", 200, "clustering 1.14"), ("compute 2.1, clustering 1.2", 200, "clustering 1.2"),
    ("clustering 1.15", 406, nil), ("clustering one", 400, nil), ("clustering", 400, nil),
  ]

  @Test(arguments: versions)
  func `the version of the clustering API is negotiated`(asked: String?, status: Int, answered: String?)
    async throws
  {
    try await Served.with(.inProcess) { served in
      var headers = [(name: "X-Auth-Token", value: Served.token)]
      if let asked { headers.append(("OpenStack-API-Version", asked)) }
      let answer = try await served.call(.get, "\(Self.senlin)/clusters", headers: headers)
      #expect(answer.status == status)
      #expect(answer.header("Vary") == "OpenStack-API-Version")
      if let answered { #expect(answer.header("OpenStack-API-Version") == answered) }
    }
  }

  @Test(arguments: Carrier.allCases)
  func `each answer has an id and the front needs no token`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      for path in ["/", "/healthz", "/clustering", "/clustering/"] {
        let answer = try await served.call(.get, path, headers: [])
        #expect([200, 300].contains(answer.status), "\(path)")
        #expect(answer.header("X-Openstack-Request-Id")?.hasPrefix("req-") == true)
      }
    }
  }

  @Test(arguments: [
    "//", "/%", "/%zz", "/?%", "/orchestration/v1/libretto/stacks/%00", "/clustering/v1/clusters/%FF%FE",
    "/clustering/v1/clusters?limit=-1", "/clustering/v1/clusters?limit=99999999999999999999",
    "/clustering/v1/nodes?cluster_id=%00&=&a", "/clustering/v1/clusters/..%2F..", "/orchestration/v1//stacks",
    "/orchestration/v1/other/stacks", "/clustering/v1/clusters/a/attrs/$..[", "/:", "/http://a:b",
  ])
  func `odd addresses get an answer that refuses`(path: String) async throws {
    try await Served.with(.inProcess) { served in
      let answer = try await served.call(.get, path)
      #expect((200..<500).contains(answer.status))
    }
  }

  @Test(arguments: [
    "null", "[]", "1", "\"a\"", "{}", #"{"cluster": []}"#, #"{"cluster": {"name": 1}}"#,
    #"{"cluster": {"name": "a", "profile_id": "p", "min_size": 1e99}}"#,
    #"{"cluster": {"name": "", "profile_id": "p"}}"#, #"{"stack_name": "a", "template": "{"}"#,
    #"{"stack_name": "1a", "template": {}}"#, #"{"stack_name": "a", "template": {}, "files": []}"#,
    #"{"stack_name": "a", "template": {"resources": 1}, "timeout_mins": "x"}"#,
    #"{"resize": {"number": 1e400}}"#,
    #"{"resize": {"adjustment_type": "CHANGE_IN_CAPACITY", "number": 9223372036854775807}}"#,
    #"{"resize": {"adjustment_type": "EXACT_CAPACITY", "number": 1e300}}"#,
    #"{"scale_out": {"count": 9223372036854775807}}"#,
    #"{"scale_in": {"count": -1}}"#, #"{"resize": {"min_size": -1}}"#, #"{"resize": null}"#,
    #"{"scale_out": {"count": "x"}}"#,
  ])
  func `odd bodies get an answer that refuses`(body: String) async throws {
    try await Served.with(.inProcess) { served in
      for path in ["\(Self.heat)/stacks", "\(Self.senlin)/clusters", "\(Self.senlin)/clusters/a/actions"] {
        let answer = try await served.call(.post, path, body)
        #expect((400..<500).contains(answer.status), "\(path)")
      }
    }
  }
}
