import Deployment
import Engine
import EngineAPI
import OpenStack
import Testing

@Suite struct ResourceTests {
  @Test(arguments: Carrier.allCases)
  func `the engine says which resource types it knows`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let hasClusters = try await served.heat.hasResourceType("OS::Senlin::Cluster")
      let hasOthers = try await served.heat.hasResourceType("OS::No::Such")
      #expect(hasClusters && !hasOthers)
    }
  }

  @Test(arguments: Carrier.allCases)
  func `profiles and policies are made, shown, listed and deleted`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let root = "/clustering/v1"
      let spec = #"{"type": "os.nova.server", "version": "1.0", "properties": {"flavor": "f", "image": "i"}}"#
      let made = try await served.call(
        .post, "\(root)/profiles", #"{"profile": {"name": "p", "spec": \#(spec)}}"#)
      #expect(made.status == 201)
      let id = try #require(made.json["profile"]?["id"]?.string)
      #expect(made.header("Location") == "\(served.address)\(root)/profiles/\(id)")
      let shown = try await served.call(.get, "\(root)/profiles/p")
      #expect(shown.json["profile"] == made.json["profile"])
      let listed = try await served.call(.get, "\(root)/profiles?name=p")
      #expect(listed.json["profiles"]?.list?.count == 1)
      #expect(try await served.call(.get, "\(root)/profiles?nme=p").status == 400)
      let deleted = try await served.call(.delete, "\(root)/profiles/\(id)")
      #expect(deleted.status == 204)
      #expect(deleted.body.isEmpty)
      let absent = try await served.call(.get, "\(root)/profiles/\(id)")
      #expect(absent.status == 404)
      #expect(absent.json["error"]?["type"] == "ResourceNotFound")
    }
  }

  @Test func `a list comes in the order asked for, from a marker on`() async throws {
    try await Served.with(.inProcess) { served in
      let spec = #"{"type": "os.nova.server", "version": 1.0, "properties": {"flavor": "f", "image": "i"}}"#
      for name in ["b", "c", "a"] {
        let body = #"{"profile": {"name": "\#(name)", "spec": \#(spec)}}"#
        #expect(try await served.call(.post, "/clustering/v1/profiles", body).status == 201)
      }
      let sorted = try await served.call(.get, "/clustering/v1/profiles?sort=name:desc")
      let profiles = try #require(sorted.json["profiles"]?.list)
      #expect(profiles.map { $0["name"] } == ["c", "b", "a"])
      let marker = try #require(profiles.first?["id"]?.string)
      let path = "/clustering/v1/profiles?sort=name:desc&limit=1&marker=\(marker)"
      #expect(try await served.call(.get, path).json["profiles"]?.list?.first?["name"] == "b")
      for query in ["sort=size", "sort=name:up", "marker=x", "limit=x"] {
        #expect(try await served.call(.get, "/clustering/v1/profiles?\(query)").status == 400, "\(query)")
      }
    }
  }

  @Test(arguments: Carrier.allCases)
  func `a cluster of an unknown profile is refused as a wrong request`(carrier: Carrier) async throws {
    try await Served.with(carrier) { served in
      let body = #"{"cluster": {"name": "c", "profile_id": "none"}}"#
      let answer = try await served.call(.post, "/clustering/v1/clusters", body)
      #expect(answer.status == 400)
    }
  }
}
