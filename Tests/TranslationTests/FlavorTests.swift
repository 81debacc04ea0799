import OpenStack
import Support
import Testing
import Translation

@Suite struct FlavorTests {
  @Test(arguments: [
    ("mem_size: 2 GB", "ram", 2048), ("mem_size: 2 GiB", "ram", 2048), ("mem_size: 512 MB", "ram", 512),
    ("mem_size: '768'", "ram", 768), ("mem_size: 1500 kB", "ram", 2), ("disk_size: '2048'", "disk", 2),
    ("disk_size: 20 GB", "disk", 20), ("disk_size: 1 TB", "disk", 1024), ("disk_size: 100 MB", "disk", 1),
  ])
  func `a size counts in powers of 1024, and in MiB without a unit`(_ row: (String, String, Int)) throws {
    let flavor = try flavor(of: "num_cpus: 1, \(row.0)")
    #expect(flavor[row.1] == .integer(row.2))
  }

  @Test(
    arguments: [
      ("mem_page_size: large", ["hw:mem_page_size": "large"]),
      ("mem_page_size: '2'", ["hw:mem_page_size": 2048]),
      ("mem_page_size: 1 GB", ["hw:mem_page_size": 1_048_576]),
      ("numa_node_count: 2", ["hw:numa_nodes": 2]),
      (
        "numa_nodes: {a: {id: 0, vcpus: [0, 1], mem_size: 1024}, b: {id: 1, vcpus: [2], mem_size: 1 GB}}",
        [
          "hw:numa_cpus.0": "0,1", "hw:numa_mem.0": 1024, "hw:numa_cpus.1": "2", "hw:numa_mem.1": 1024,
          "hw:numa_nodes": 2,
        ]
      ),
      (
        "cpu_allocation: {cpu_affinity: dedicated, thread_allocation: isolate, socket_count: 1}",
        ["hw:cpu_policy": "dedicated", "hw:cpu_thread_policy": "isolate", "hw:cpu_sockets": 1]
      ),
      (
        "cpu_allocation: {thread_allocation: avoid, thread_count: 2, core_count: 4}",
        ["hw:cpu_threads_policy": "avoid", "hw:cpu_threads": 2, "hw:cpu_cores": 4]
      ),
    ] as [(String, OpenStack.Value)])
  func `what a capability asks beyond the size is an extra spec`(_ row: (String, OpenStack.Value)) throws {
    #expect(try flavor(of: "num_cpus: 4, mem_size: 2 GB, \(row.0)")["extra_specs"] == row.1)
  }

  @Test func `a size may come from an input that has a value`() throws {
    let template = vdu("num_cpus: {get_input: cpus}, mem_size: {get_input: memory}")
      .replacing(
        "node_templates:", with: "inputs: {cpus: {type: integer}, memory: {default: 1 GB}}\n  node_templates:"
      )
      .replacing("{default", with: "{type: string, default")
    let translation = try #require(ReadTemplate(template).translated().translation)
    let flavor = translation.main.resources.first { $0.name == "VDU1_flavor" }?.element
    #expect(flavor?["ram"] == 1024)
    #expect(flavor?["vcpus"] == .getParam("cpus"))
  }

  @Test func `a size that no one knows is a parameter in the unit of Nova`() throws {
    let template = vdu("num_cpus: 1, mem_size: {get_input: memory}, disk_size: {get_input: disk}")
      .replacing(
        "node_templates:", with: "inputs: {memory: {type: string}, disk: {type: string}}\n  node_templates:")
    let translation = try #require(ReadTemplate(template).translated().translation)
    let flavor = translation.main.resources.first { $0.name == "VDU1_flavor" }?.element
    #expect(flavor?["ram"] == .getParam("VDU1_ram"))
    #expect(flavor?["disk"] == .getParam("VDU1_disk"))
    #expect(translation.main.parameters.map(\.name) == ["VDU1_ram", "VDU1_disk"])
  }

  @Test func `an input that the translation computes with is said to be fixed`() {
    expectFindings(
      """
      topology_template:
        inputs: {memory: {type: string}, disk: {type: string, default: 2 GB}}
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: cirros}
            capabilities:
              nfv_compute:
                properties:
                  num_cpus: 1
                  mem_size: {get_input: memory}
      #                     ^^^^^^^^^^^^^^^^^^^ warning fixed-input
                  disk_size: {get_input: disk}
      #                      ^^^^^^^^^^^^^^^^^ warning fixed-input
      """, isTranslated: true)
  }

  @Test func `keys and values that no flavor has are refused`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: cirros}
            capabilities:
              nfv_compute:
                properties:
                  num_cpus: 1
                  mem_size: 1 GB
                  mem_page_size: huge
      #                          ^^^^ error compute-setting
                  numa_nodes:
                    first: {id: 0, cpus: [0]}
      #                            ^^^^ error compute-setting
                    second: {vcpus: [1]}
      #             ^^^^^^ error compute-setting
                    third: {id: 2, vcpus: [-1]}
      #                                    ^^ error compute-setting
                  cpu_allocation:
                    cpu_affinity: dedicatd
      #                           ^^^^^^^^ error compute-setting
                    core_count: none
      #                         ^^^^ error compute-setting
                    cores: 2
      #             ^^^^^ error compute-setting
      """)
  }

  @Test func `what counts for nothing is said`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: cirros, flavor: m1.tiny}
            capabilities:
              nfv_compute: {properties: {num_cpus: 1, mem_size: 1 GB}}
      #       ^^^^^^^^^^^ info size-beside-flavor
          VDU2:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {image: cirros}
            capabilities:
              nfv_compute:
                properties:
                  num_cpus: 1
                  mem_size: 1 GB
                  numa_node_count: 2
                  numa_nodes: {a: {id: 0}}
      #                       ^^^^^^^^^^^^ warning numa-node-count
                  cpu_allocation: {thread_allocation: separate}
      #                                               ^^^^^^^^ warning thread-allocation
      """, isTranslated: true)
  }

  @Test func `a scaled flavor is made once`() throws {
    let template =
      vdu("num_cpus: 1, mem_size: {get_input: memory}")
      .replacing(
        "node_templates:", with: "inputs: {memory: {type: string, default: 1 GB}}\n  node_templates:")
      + "\n" + scaling
    let translation = try #require(ReadTemplate(template).translated().translation)
    let nested = try #require(translation.nested.first?.element)
    #expect(translation.main.resources.map(\.name).contains("VDU1_flavor"))
    #expect(nested.parameters.map(\.name) == ["vdu1_flavor_id"])
    #expect(nested.resources.first?.element["flavor"] == .getParam("vdu1_flavor_id"))
  }
}

private let scaling = """
    policies:
    - SP1:
        type: tosca.policies.tacker.Scaling
        properties:
          {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
  """

private func vdu(_ compute: String) -> String {
  """
  topology_template:
    node_templates:
      VDU1:
        type: tosca.nodes.nfv.VDU.Tacker
        properties: {image: cirros}
        capabilities: {nfv_compute: {properties: {\(compute)}}}
  """
}

private func flavor(of compute: String) throws -> HeatResource {
  let translation = try #require(ReadTemplate(vdu(compute)).translated().translation)
  return try #require(translation.main.resources.first { $0.name == "VDU1_flavor" }?.element)
}
