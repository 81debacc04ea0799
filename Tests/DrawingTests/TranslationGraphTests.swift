import Drawing
import Testing
import Translation

@Suite struct TranslationGraphTests {
  @Test func `a Senlin cluster is wired to its profile, policies and receivers, and the profile to its file`()
    throws
  {
    let graph = try translatedGraph(of: scaledVDU, driver: .senlin)
    #expect(graph.clusters.map(\.name) == ["SP1_VDU1.yaml"])
    #expect(
      arrows(graph) == [
        "SP1_VDU1_profile -> [SP1_VDU1.yaml]: template",
        "SP1_VDU1_cluster -> SP1_VDU1_profile: profile",
        "SP1_VDU1_scale_out -> SP1_VDU1_cluster: bindings",
        "SP1_VDU1_scale_in -> SP1_VDU1_cluster: bindings",
        "SP1_VDU1_scale_in ..> SP1_VDU1_scale_out: depends_on",
        "SP1_VDU1_scale_out_receiver -> SP1_VDU1_cluster: cluster",
        "SP1_VDU1_scale_in_receiver -> SP1_VDU1_cluster: cluster",
        "VDU1 -> CP1: networks",
      ])
  }

  @Test func `a group of Heat leads to the file of what it multiplies`() throws {
    let graph = try translatedGraph(of: scaledVDU, driver: .heat)
    #expect(graph.clusters.map(\.name) == ["SP1_res.yaml"])
    #expect(
      arrows(graph) == [
        "SP1_group -> [SP1_res.yaml]: template",
        "SP1_scale_out -> SP1_group: auto_scaling_group_id",
        "SP1_scale_in -> SP1_group: auto_scaling_group_id",
        "VDU1 -> CP1: networks",
      ])
  }
}
