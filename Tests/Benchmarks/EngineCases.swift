import Deployment
import Engine
import EngineAPI
import Foundation
import OpenStack

/// Life of a cluster in the built-in engine: durable, with a driver that costs nothing, through the API in process.
///
/// Each node is a nested stack of a server and a port.
var engineCases: [Benchmark] {
  [3, 100, 500].flatMap { count in
    [
      engineCase("create a cluster", count, prepared: false) { bench in try await bench.create(count) },
      engineCase("webhook to one more node ACTIVE", count) { bench in try await bench.trigger(count + 1) },
      engineCase("show the cluster", count) { bench in _ = try await bench.clustering.cluster("c") },
      engineCase("list the nodes", count) { bench in
        let nodes = try await bench.clustering.nodes(ofCluster: "c")
        precondition(nodes.count == count)
      },
      engineCase("delete the cluster", count) { bench in try await bench.delete() },
    ]
  }
}

private func engineCase(
  _ what: String, _ count: Int, prepared: Bool = true,
  _ body: @escaping @Sendable (EngineBench) async throws -> Void
) -> Benchmark {
  Benchmark(name: "engine, \(count) nodes: \(what)", runs: 5) {
    let bench = try await EngineBench()
    if prepared { try await bench.create(count) }
    let clock = ContinuousClock()
    let start = clock.now
    try await body(bench)
    let time = clock.now - start
    await bench.close()
    return time
  }
}

/// An engine on a folder of its own.
private struct EngineBench: Sendable {
  let path: String
  let engine: Engine
  let transport: InProcessTransport
  let clustering: ClusteringClient

  init() async throws {
    path = NSTemporaryDirectory() + "/libretto-bench-" + UUID().uuidString
    let folder = DataFolder(path)
    try folder.prepare()
    engine = try await Engine.open(folder)
    transport = InProcessTransport(engine, token: "t")
    clustering = ClusteringClient(
      transport, endpoint: InProcessTransport.address + "/clustering", token: "t")
    _ = try await engine.createProfile(name: "p", spec: Self.profile)
  }

  func create(_ count: Int) async throws {
    _ = try await engine.createCluster(
      ClusterRequest(name: "c", profile: "p", maxSize: 1000, desiredCapacity: count))
    await engine.waitUntilIdle()
    let cluster = try await engine.cluster("c")
    precondition(cluster.status == "ACTIVE", "the cluster is \(cluster.status)")
    _ = try await engine.createReceiver(
      ReceiverRequest(name: "r", cluster: "c", action: "CLUSTER_SCALE_OUT"))
  }

  func trigger(_ expected: Int) async throws {
    let receiver = try await engine.receiver("r")
    let path = "/clustering/v1/webhooks/\(receiver.id)/trigger?V=2"
    let answer = try await transport.send(HTTPRequest(.post, InProcessTransport.address + path))
    precondition(answer.status == 202, "the webhook answers \(answer.status)")
    await engine.waitUntilIdle()
    let nodes = try await engine.nodes(cluster: "c")
    precondition(nodes.count == expected && nodes.allSatisfy { $0.status == "ACTIVE" })
  }

  func delete() async throws {
    _ = try await engine.deleteCluster("c")
    await engine.waitUntilIdle()
  }

  func close() async {
    await engine.close()
    try? FileManager.default.removeItem(atPath: path)
  }

  private static let profile: Value = [
    "type": "os.heat.stack", "version": "1.0",
    "properties": [
      "template": [
        "heat_template_version": "2016-04-08", "resources": ["VDU1": ["type": "Libretto::VDU1"]],
      ],
      "environment": ["resource_registry": ["Libretto::VDU1": "vdu.yaml"]],
      "files": ["vdu.yaml": .string(vdu)],
    ],
  ]

  private static let vdu = """
    heat_template_version: 2016-04-08
    resources:
      VDU1:
        type: OS::Nova::Server
        properties:
          image: cirros-0.3.4-x86_64-uec
          flavor: m1.tiny
          networks:
          - port: {get_resource: CP1}
      CP1:
        type: OS::Neutron::Port
        properties: {network: net1, port_security_enabled: false}
    outputs:
      mgmt_ip-VDU1: {value: {get_attr: [CP1, fixed_ips, 0, ip_address]}}
    """
}
