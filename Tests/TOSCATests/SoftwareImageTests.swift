import Diagnostics
import Support
import Testing

/// What a VDU says of an image, with a checksum of so many digits.
private func image(_ algorithm: String = "sha-256", digits: Int = 64, container: String = "bare") -> String {
  let hash = String(repeating: "9", count: digits)
  return """
            sw_image_data:
              name: i
              version: '1'
              checksum: {algorithm: \(algorithm), hash: a\(hash.dropFirst())}
              container_format: \(container)
              disk_format: qcow2
              min_disk: 1 GB
              size: 1 GB
    """
}

private let artifact = """
        artifacts: {sw_image: {type: tosca.artifacts.nfv.SwImage, file: i.qcow2}}
  """

/// A VDU of a name with what stands in its properties and behind them.
private func vdu(_ name: String = "VDU1", _ properties: String = "", _ rest: String = "") -> String {
  """
      \(name):
        type: tosca.nodes.nfv.Vdu.Compute
        properties:
          name: \(name)
          description: d
          vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}
  \(properties)
  \(rest)
  """
}

private func vnfd(_ nodes: String...) -> String {
  """
  imports: [etsi_nfv_sol001_vnfd_2_6_1_types.yaml]
  topology_template:
    node_templates:
  \(nodes.joined(separator: "\n"))
  """
}

@Suite struct SoftwareImageTests {
  @Test func `an image is described and in the package`() {
    expectFindings(vnfd(vdu("VDU1", image(), artifact)), .simple)
    expectFindings(
      vnfd(
        vdu(
          "VDU1", "",
          """
                artifacts: {sw_image: {type: tosca.artifacts.nfv.SwImage, file: i.qcow2}}
          #                 ^^^^^^^^ warning image-without-data
          """)), .simple)
    let marked = image().replacing(
      "\n          name: i", with: "\n#       ^^^^^^^^^^^^^ info image-without-artifact\n          name: i")
    expectFindings(vnfd(vdu("VDU1", marked)), .simple)
    // As of version 3.3.1 the artifact describes the image itself.
    expectFindings(
      vnfd(
        vdu(
          "VDU1", "",
          """
                artifacts:
                  sw_image:
                    type: tosca.artifacts.nfv.SwImage
                    file: i.qcow2
                    properties: {name: i, version: '1', container_format: bare}
          """)
      ).replacing("2_6_1", with: "4_4_1"), .simple)
  }

  @Test func `a VDU has one image, and all have one where one has`() {
    expectFindings(
      vnfd(
        vdu(
          "VDU1", image(),
          """
                artifacts:
                  sw_image: {type: tosca.artifacts.nfv.SwImage, file: i.qcow2}
                  other: {type: tosca.artifacts.nfv.SwImage, file: j.qcow2}
          #       ^^^^^ warning second-image
          """)), .simple)
    expectFindings(
      vnfd(
        vdu("VDU1", image(), artifact),
        """
            VDU2:
        #   ^^^^ info vdu-without-image
              type: tosca.nodes.nfv.Vdu.Compute
              properties: {name: b, description: d, vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}}
        """), .simple)
  }

  @Test func `an image fits the storage and the memory that are there`() {
    expectFindings(
      vnfd(
        vdu(
          "VDU1", image(),
          """
                artifacts: {sw_image: {type: tosca.artifacts.nfv.SwImage, file: i.qcow2}}
                capabilities:
                  virtual_compute:
                    properties:
                      virtual_memory: {virtual_mem_size: 512 MB}
                      virtual_cpu: {num_virtual_cpu: 1}
                      virtual_local_storage: [{size_of_storage: 500 MB}]
                requirements: [{virtual_storage: disk}]
          """
        ).replacing(
          "\n          size: 1 GB",
          with: "\n#                   ^^^^ warning image-does-not-fit\n          size: 1 GB"),
        """
            disk:
              type: tosca.nodes.nfv.Vdu.VirtualBlockStorage
              properties:
                virtual_block_storage_data: {size_of_storage: 1 GB}
                sw_image_data:
                  name: j
                  version: '1'
                  checksum: {algorithm: sha-256, hash: a999999999999999999999999999999999999999999999999999999999999999}
                  container_format: bare
                  disk_format: qcow2
                  min_disk: 2 GB
        #                   ^^^^ warning image-does-not-fit
                  min_ram: 1 GB
        #                  ^^^^ warning image-does-not-fit
                  size: 1 GB
              artifacts: {sw_image: {type: tosca.artifacts.nfv.SwImage, file: j.qcow2}}
        """), .simple)
  }

  @Test(arguments: [("sha-224", 56), ("sha-256", 64), ("sha-384", 96), ("sha-512", 128)])
  func `a checksum is as long as its algorithm makes it`(algorithm: String, digits: Int) {
    expectFindings(vnfd(vdu("VDU1", image(algorithm, digits: digits), artifact)), .simple)
    let codes = ReadTemplate(vnfd(vdu("VDU1", image(algorithm, digits: digits - 1), artifact)), .simple).log
      .findings.map(\.code)
    #expect(codes == ["image-checksum"])
  }

  @Test func `the formats of an image go together`() {
    let log = ReadTemplate(vnfd(vdu("VDU1", image(container: "ami"), artifact)), .simple).log
    #expect(log.findings.map(\.code) == ["image-format"])
  }
}
