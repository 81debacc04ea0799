import Engine
import OpenStack
import Testing

@Suite struct ClusterStackTests {
  @Test func `the worked translation becomes a running cluster`() async throws {
    let bench = try await Workbench()
    let stack = try await bench.create("vnf1", clusterTemplate, files: vduFiles)
    #expect(stack.stackStatus == "CREATE_COMPLETE", "\(stack.statusReason)")
    #expect(stack.statusReason == "Stack CREATE completed successfully")

    let clusters = try await bench.engine.clusters()
    #expect(clusters.map(\.status) == ["ACTIVE"])
    #expect(clusters.first?.policies.count == 2)
    let nodes = try await bench.engine.nodes()
    #expect(nodes.map(\.status) == ["ACTIVE", "ACTIVE", "ACTIVE"])
    #expect(nodes.map(\.index) == [1, 2, 3])

    let outputs = try await bench.engine.outputs(ofStack: "vnf1")
    #expect(outputs.map(\.error) == [nil, nil, nil])
    #expect(outputs.contains { $0.value.string == clusters.first?.id })
    let receiver = try await bench.engine.receivers().first { $0.action == "CLUSTER_SCALE_OUT" }
    #expect(
      outputs.contains {
        $0.value.string == "http://engine/clustering/v1/webhooks/\(receiver?.id ?? "")/trigger?V=2"
      })
    let rows = try await bench.rows()
    #expect(rows["cloud_server"] == 3)
    #expect(rows["cloud_port"] == 3)
  }

  @Test func `a deleted stack leaves nothing but its row and its events`() async throws {
    let bench = try await Workbench()
    let stack = try await bench.create("vnf1", clusterTemplate, files: vduFiles)
    try await bench.engine.deleteStack("vnf1")
    await bench.engine.waitUntilIdle()
    let deleted = try await bench.engine.stack(stack.id)
    #expect(deleted.stackStatus == "DELETE_COMPLETE", "\(deleted.statusReason)")
    #expect(deleted.deletedAt != nil)
    await #expect(throws: EngineError(.notFound, "EntityNotFound", "The Stack (vnf1) could not be found.")) {
      try await bench.engine.stack("vnf1")
    }
    let rows = try await bench.rows()
    #expect(Set(rows.keys) == ["blueprint", "stack", "stack_event", "cluster_event", "grdb_migrations"])
    #expect(rows["stack"] == 1)
    #expect(rows["blueprint"] == 1)
  }

  @Test func `webhooks scale the cluster within its bounds and cooldowns`() async throws {
    let bench = try await Workbench()
    try await bench.create("vnf1", clusterTemplate, files: vduFiles)
    let receivers = try await bench.engine.receivers()
    let out = try #require(receivers.first { $0.action == "CLUSTER_SCALE_OUT" })
    let into = try #require(receivers.first { $0.action == "CLUSTER_SCALE_IN" })

    let first = try await bench.engine.trigger(receiver: out.id)
    await bench.engine.waitUntilIdle()
    #expect(try await bench.engine.action(first).status == "SUCCEEDED")
    #expect(try await bench.engine.nodes().count == 4)

    do {
      _ = try await bench.engine.trigger(receiver: out.id)
      Issue.record("a scaling within the cooldown was accepted")
    } catch {
      #expect(error.name == "ActionCooldown")
      #expect(error.kind == .conflict)
    }

    // The other direction has a cooldown of its own.
    _ = try await bench.engine.trigger(receiver: into.id)
    await bench.engine.waitUntilIdle()
    #expect(try await bench.engine.nodes().map(\.index) == [2, 3, 4])

    bench.clock.advance(121)
    _ = try await bench.engine.trigger(receiver: out.id)
    await bench.engine.waitUntilIdle()
    bench.clock.advance(121)
    let full = try await bench.engine.trigger(receiver: out.id)
    await bench.engine.waitUntilIdle()
    let action = try await bench.engine.action(full)
    #expect(action.status == "SUCCEEDED")
    #expect(action.statusReason.contains("max_size (4)"))
    #expect(try await bench.engine.nodes().count == 4)
    let bindings = try await bench.engine.bindings(cluster: out.clusterID)
    #expect(bindings.filter { $0.lastOperation == bench.clock.now }.isEmpty)
    #expect(try await bench.engine.clusters().first?.status == "ACTIVE")
  }
}
