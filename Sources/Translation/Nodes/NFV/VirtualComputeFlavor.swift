import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// The flavor that a VDU's capability `virtual_compute` asks for; a parameter where it does not say how large.
  mutating func flavor(of node: NodeTemplate.ID) -> OpenStack.Value {
    let memory = takeValue("virtual_memory", of: node, capability: "virtual_compute")
    let cpu = takeValue("virtual_cpu", of: node, capability: "virtual_compute")
    let disks = takeValue("virtual_local_storage", of: node, capability: "virtual_compute")
    var flavor = HeatResource(type: "OS::Nova::Flavor")
    flavor["ram"] = memory?["virtual_mem_size"].flatMap { size in
      topology.settled(size) == nil
        ? parameter("ram", isMemory: true, of: node, for: size)
        : plainSize(size, of: "a server", for: node, in: .mebibyte).map(OpenStack.Value.integer)
    }
    flavor["vcpus"] = cpu?["num_virtual_cpu"].flatMap { value($0) }
    flavor["disk"] = diskSize(disks, of: node)
    let specs = extraSpecs(memory, cpu, of: node)
    flavor["extra_specs"] = specs.isEmpty ? nil : .map(specs)
    let name = topology[node].name
    guard flavor["ram"] != nil, flavor["vcpus"] != nil else {
      return choice("flavor", of: node, asking: "has no size in the template")
    }
    return addToMain("\(name.text)_flavor", flavor, for: name)
  }

  /// The GiB of all local disks together, of which Nova makes one.
  private mutating func diskSize(_ disks: PropertyValue?, of node: NodeTemplate.ID) -> OpenStack.Value? {
    guard let items = disks?.items, !items.isEmpty else { return nil }
    for item in items { reportStorage(item, of: node) }
    let open = items.lazy.compactMap { $0["size_of_storage"] }.first { topology.settled($0) == nil }
    if let open { return parameter("disk", isMemory: false, of: node, for: open) }
    let sizes = items.map { plainSize($0["size_of_storage"], of: "a server", for: node, in: .gibibyte) }
    if sizes.count == 1 { return sizes[0].map(OpenStack.Value.integer) }
    let total = sizes.reduce(0.0) { $0 + Double($1 ?? 0) }
    return .integer(Int(min(total, 1e9)))
  }

  /// The parameter for a size that an input without a value should give.
  private mutating func parameter(
    _ key: String, isMemory: Bool, of node: NodeTemplate.ID, for size: PropertyValue
  ) -> OpenStack.Value? {
    guard case .function = size.content, topology.settled(size) == nil else { return nil }
    return sizeParameter(key, isMemory: isMemory, of: node, replacing: size)
  }

  /// Reports what is said of a storage beside its size.
  mutating func reportStorage(_ storage: PropertyValue?, of node: NodeTemplate.ID, read: Set<String> = []) {
    for entry in storage?.entries ?? [] {
      switch entry.key {
      case "rdma_enabled" where topology.settled(entry.value)?.bool == true:
        report(.memberLeftOut(entry, topology[node]))
      case "vdu_storage_requirements": reportRest(of: entry.value, read: read, node)
      default: break
      }
    }
  }

  /// What Nova calls extra specs: those that are written as such, and pinning, NUMA nodes and huge pages.
  private mutating func extraSpecs(
    _ memory: PropertyValue?, _ cpu: PropertyValue?, of node: NodeTemplate.ID
  ) -> ValueMap {
    var specs = ValueMap()
    addRequirements(
      takeValue("compute_requirements", of: node, capability: "virtual_compute"), to: &specs, node)
    addRequirements(cpu?["vdu_cpu_requirements"], to: &specs, node)
    addRequirements(memory?["vdu_mem_requirements"], to: &specs, node)
    for logical in takeValue("logical_node", of: node, capability: "virtual_compute")?.entries ?? [] {
      addRequirements(logical.value["logical_node_requirements"], to: &specs, node)
    }
    addPinning(cpu?["virtual_cpu_pinning"], to: &specs, node)
    if topology.settled(memory?["numa_enabled"])?.bool == true, specs["hw:numa_nodes"] == nil {
      specs["hw:numa_nodes"] = "1"
    }
    addHugePages(memory?["huge_pages_requirements"], to: &specs, node)
    addCapabilities(of: node, to: &specs)
    reportRest(
      of: cpu, read: ["num_virtual_cpu", "vdu_cpu_requirements", "virtual_cpu_pinning"], node)
    reportRest(
      of: memory,
      read: ["virtual_mem_size", "numa_enabled", "vdu_mem_requirements", "huge_pages_requirements"], node)
    return specs
  }

  /// Requirements in the terms of Nova, such as `hw:cpu_policy`, or as JSON under `nova_extra_specs`.
  private mutating func addRequirements(
    _ requirements: PropertyValue?, to specs: inout ValueMap, _ node: NodeTemplate.ID
  ) {
    for entry in requirements?.entries ?? [] {
      if entry.key == "nova_extra_specs" {
        guard let given = extraSpecs(in: entry.value) else {
          report(.memberLeftOut(entry, topology[node]))
          continue
        }
        for (key, value) in given { specs[key] = value }
      } else if entry.key.utf8.contains(0x3A), let value = text(entry.value) {
        specs[entry.key] = value
      } else {
        report(.memberLeftOut(entry, topology[node]))
      }
    }
  }

  private mutating func extraSpecs(in value: PropertyValue) -> ValueMap? {
    if value.entries != nil { return self.value(value)?.map }
    guard let text = topology.settled(value)?.text else { return nil }
    return (try? OpenStack.Value(readingYAML: text))?.map
  }

  /// Extra specs are texts.
  private mutating func text(_ value: PropertyValue) -> OpenStack.Value? {
    value.text.map(OpenStack.Value.string) ?? self.value(value)
  }

  private mutating func addPinning(
    _ pinning: PropertyValue?, to specs: inout ValueMap, _ node: NodeTemplate.ID
  ) {
    switch topology.settled(pinning?["virtual_cpu_pinning_policy"])?.text {
    case "static": specs["hw:cpu_policy"] = "dedicated"
    case "dynamic": specs["hw:cpu_policy"] = "shared"
    default: break
    }
    reportRest(of: pinning, read: ["virtual_cpu_pinning_policy"], node)
  }

  /// Nova takes one size of pages, in KiB, for all of the memory.
  private mutating func addHugePages(
    _ pages: PropertyValue?, to specs: inout ValueMap, _ node: NodeTemplate.ID
  ) {
    guard let items = pages?.items, let first = items.first else { return }
    if let size = plainSize(first["hugepage_size"], of: "a page of memory", for: node, in: .kibibyte) {
      specs["hw:mem_page_size"] = .string(String(size))
    }
    for item in items.dropFirst() { reportRest(of: item, node) }
  }

  /// Capabilities that are asked for: their parameters, where they are in the terms of Nova.
  private mutating func addCapabilities(of node: NodeTemplate.ID, to specs: inout ValueMap) {
    let asked = takeValue("requested_additional_capabilities", of: node, capability: "virtual_compute")
    for capability in asked?.entries ?? [] {
      // Tacker's descriptors name a flavor of the cloud in this place; the one made here has what the rest asks for.
      if capability.key == "properties" { continue }
      let parameters = capability.value["target_performance_parameters"]?.entries ?? []
      if parameters.isEmpty || !parameters.allSatisfy({ $0.key.utf8.contains(0x3A) }) {
        report(.memberLeftOut(capability, topology[node]))
        continue
      }
      for parameter in parameters { specs[parameter.key] = text(parameter.value) }
    }
  }
}
