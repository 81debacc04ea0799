import Engine
import OpenStack

extension Service {
  /// What answers outside the two services: where they are, and whether the engine lives.
  static let front = Service(
    root: "",
    routes: [
      Route(.get, "") { _, request throws(EngineError) in
        .ok([
          "name": "libretto",
          "endpoints": [
            "orchestration": .string(request.origin + Service.heat.root),
            "clustering": .string(request.origin + Service.clusteringRoot),
          ],
          "versions": ["orchestration": "v1", "clustering": "v1"],
        ])
      },
      Route(.get, "healthz") { _, _ throws(EngineError) in
        .ok(["status": "ok"])
      },
      Route(.get, "orchestration") { _, request throws(EngineError) in
        let link: Value = ["rel": "self", "href": .string("\(request.origin)/orchestration/v1/")]
        return Answer(
          status: 300, body: ["versions": [["id": "v1.0", "status": "CURRENT", "links": [link]]]])
      },
      Route(.get, "clustering") { _, request throws(EngineError) in
        Answer(status: 300, body: ["versions": [clusteringVersion(for: request)]])
      },
      Route(.get, "clustering/v1") { _, request throws(EngineError) in
        .ok(["version": clusteringVersion(for: request)])
      },
    ],
    errorBody: Service.heat.errorBody)

  /// Where clients of the Clustering API begin; they add the version themselves.
  private static let clusteringRoot = "/clustering"
}

private func clusteringVersion(for request: APIRequest) -> Value {
  [
    "id": "1.0", "status": "CURRENT", "updated": "2016-01-18T00:00:00Z",
    "media-types": [
      ["base": "application/json", "type": "application/vnd.openstack.clustering-v1+json"]
    ],
    "links": [["rel": "self", "href": .string("\(request.origin)\(Service.senlin.root)/")]],
    "min_version": .string(Microversion.oldest.text), "max_version": .string(Microversion.newest.text),
  ]
}
