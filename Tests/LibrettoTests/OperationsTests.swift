import Foundation
import Testing

@Suite struct OperationsTests {
  @Test func `a cluster is deployed, shown, scaled and deleted`() throws {
    let place = Workplace()
    let deployed = try place.run("deploy", Workplace.sample("vdu-autoscaling"), "--name", "vnf1")
    #expect(deployed.status == 0)
    #expect(deployed.output.contains("cluster_scaling_VDU1_profile             OS::Senlin::Profile"))
    #expect(deployed.output.contains("| cluster_scaling_VDU1_scale_out_url |"))

    let shown = try place.run("show", "vnf1")
    #expect(
      shown.output.contains(
        "cluster cluster_scaling_VDU1_cluster: ACTIVE, 3 nodes (desired 3, min 2, max 10)"))
    #expect(shown.output.contains("| CLUSTER_SCALE_OUT |"))

    let out = try place.run("scale", "vnf1", "--by", "+1")
    #expect(out.output == "cluster cluster_scaling_VDU1_cluster: 3 -> 4 nodes\n")
    let early = try place.run("scale", "vnf1", "--by", "1")
    #expect(early.status == 3)
    #expect(early.errors.contains("s of the cooldown are left, and '--to' sets the size directly"))
    let set = try place.run("scale", "vnf1", "cluster_scaling_VDU1_cluster", "--to", "6")
    #expect(set.output == "cluster cluster_scaling_VDU1_cluster: 4 -> 6 nodes\n")
    let over = try place.run("scale", "vnf1", "--to", "11")
    #expect(over.status == 3)
    let into = try place.run("scale", "vnf1", "--by", "-1")
    #expect(into.output == "cluster cluster_scaling_VDU1_cluster: 6 -> 5 nodes\n")

    let deleted = try place.run("delete", "vnf1")
    #expect(deleted.status == 0)
    #expect(deleted.output.hasSuffix("stack 'vnf1' is gone, nothing is left\n"))
    let rest = try place.run("list", "-f", "value")
    #expect(rest.output == "")
  }

  @Test func `a group is scaled by the steps of its policies`() throws {
    let place = Workplace()
    #expect(try place.run("deploy", Workplace.sample("vdu-autoscaling-heat"), "--name", "web").status == 0)
    #expect(try place.run("scale", "web", "--by", "+1").output == "group web_scaling_group: 2 -> 3 members\n")
    let wrong = try place.run("scale", "web", "--by", "2")
    #expect(wrong.status == 3)
    #expect(
      wrong.errors.contains("no policy of group 'web_scaling_group' scales by +2; they scale by +1 or -1"))
    let set = try place.run("scale", "web", "--to", "4")
    #expect(set.status == 3)
    #expect(set.errors.contains("use --by with +1 or -1"))
  }

  @Test func `a failure names the resources and their reasons`() throws {
    let place = Workplace()
    let sample = Workplace.sample("vdu-autoscaling")
    let failed = try place.run("deploy", sample, "--name", "a", "--simulate-failure", "VDU1")
    #expect(failed.status == 3)
    #expect(
      failed.errors.contains("stack 'a' ended in CREATE_FAILED\n  'cluster_scaling_VDU1_cluster' of type"))
    let again = try place.run("deploy", sample, "--name", "a")
    #expect(again.status == 3)
    #expect(again.errors.contains("'a' is deployed already (CREATE_FAILED); 'libretto delete a' removes it"))
    let undone = try place.run("deploy", sample, "--name", "b", "--rollback", "--simulate-failure", "VDU1")
    #expect(undone.status == 3)
    #expect(
      undone.errors.contains("stack 'b' ended in ROLLBACK_COMPLETE\n  'cluster_scaling_VDU1_cluster' of type")
    )
    #expect(try place.run("delete", "a").status == 0)
    #expect(try place.run("delete", "b").status == 0)
  }

  @Test func `what a killed command left is taken up`() throws {
    let place = Workplace()
    let running = try place.start(
      "deploy", Workplace.sample("vdu-autoscaling"), "--name", "vnf1", "--simulate-delay", "30")
    while let line = running.line(), !line.contains("cluster_scaling_VDU1_cluster") {}
    running.send(SIGKILL)
    _ = try running.outcome()
    // The first command takes the work up and waits for its end, the second sees it.
    let first = try place.run("list", "-f", "value", "-c", "Stack Name")
    #expect(first.output == "vnf1\n")
    let second = try place.run("list", "-f", "value", "-c", "Stack Status")
    #expect(second.output == "CREATE_COMPLETE\n")
    #expect(try place.run("show", "vnf1").output.contains("ACTIVE, 3 nodes"))
  }

  @Test(arguments: [
    (["scale", "a"], 2), (["scale", "a", "--by", "0"], 2), (["scale", "a", "--by", "1", "--to", "2"], 2),
    (["list", "--engine", "ftp://a"], 2), (["list", "--engine", "http://127.0.0.1:1"], 2),
    (["list", "--engine", "http://127.0.0.1:1", "--token", "t"], 3), (["list", "--data", "/dev/null"], 3),
    (["serve", "--listen", "0.0.0.0:1"], 2), (["serve", "--listen", "here"], 2), (["deploy", "a.yaml"], 2),
    (["deploy", "/nowhere/a.yaml", "--name", "a"], 3), (["show", "--help"], 0),
  ])
  func `the exit status tells wrong usage from trouble`(arguments: [String], status: Int) throws {
    let outcome = try Workplace.run(arguments, environment: ["LIBRETTO_TOKEN": ""])
    #expect(Int(outcome.status) == status, "\(outcome.errors)")
  }
}
