import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// The size of a VDU's server: the flavor that it names, else one that is made for Tacker's `nfv_compute`, else one
  /// that is chosen for the capability `host`.
  mutating func addFlavor(of node: NodeTemplate.ID, to server: inout HeatResource) {
    let vdu = topology[node]
    server["flavor"] = take("flavor", of: node)
    if vdu[property: "flavor"] != nil {
      for name in ["nfv_compute", "host"] {
        guard let capability = vdu.capability(name), !capability.properties.isEmpty else { continue }
        ignore(capability: name, of: node)
        report(.sizeBesideFlavor(capability.name, vdu.name))
      }
    } else if vdu.capability("nfv_compute") != nil {
      server["flavor"] = addToMain("\(vdu.name.text)_flavor", flavor(of: node), for: vdu.name)
    } else if vdu.capability("host") != nil {
      server["flavor"] = flavorChoice(of: node)
    } else {
      report(.noFlavor(vdu.name))
      server["flavor"] = flavorChoice(of: node)
    }
  }

  /// The flavor that Tacker's `nfv_compute` asks for; what it leaves open is Tacker's default.
  private mutating func flavor(of node: NodeTemplate.ID) -> HeatResource {
    var flavor = HeatResource(type: "OS::Nova::Flavor")
    flavor["ram"] = size("mem_size", "ram", in: .mebibyte, of: node) ?? 512
    flavor["vcpus"] = takeCompute("num_cpus", of: node).flatMap { mainValue($0) } ?? 1
    flavor["disk"] = size("disk_size", "disk", in: .gibibyte, of: node) ?? 1
    let specs = extraSpecs(of: node)
    if !specs.isEmpty { flavor["extra_specs"] = .map(specs) }
    return flavor
  }

  /// A size that the flavor has under the key; a parameter for one that nobody knows yet.
  private mutating func size(
    _ name: String, _ key: String, in unit: ScalarUnit.SizeUnit, of node: NodeTemplate.ID
  ) -> OpenStack.Value? {
    guard let value = takeCompute(name, of: node) else { return nil }
    guard topology.settled(value) == nil else { return tackerSize(value, of: "a server", in: unit) }
    return sizeParameter(key, isMemory: unit == .mebibyte, of: node, replacing: value)
  }

  /// The parameter for the memory in MiB or the disk in GiB of a flavor.
  mutating func sizeParameter(
    _ key: String, isMemory: Bool, of node: NodeTemplate.ID, replacing value: PropertyValue
  ) -> OpenStack.Value {
    let server = topology[node].name
    return replacement(
      "\(server.text)_\(key)",
      "The \(isMemory ? "memory of '\(server.text)' in MiB" : "disk of '\(server.text)' in GiB")",
      of: value, for: server)
  }

  private mutating func takeCompute(_ name: String, of node: NodeTemplate.ID) -> PropertyValue? {
    takeValue(name, of: node, capability: "nfv_compute").flatMap { $0.isNull ? nil : $0 }
  }

  /// What is asked for beyond processors, memory and disk, as Nova's extra specs.
  private mutating func extraSpecs(of node: NodeTemplate.ID) -> ValueMap {
    var specs = ValueMap()
    if let size = takeCompute("mem_page_size", of: node) {
      specs["hw:mem_page_size"] = pageSize(size)
    }
    let nodes = takeCompute("numa_nodes", of: node)?.entries ?? []
    if let count = takeCompute("numa_node_count", of: node) {
      specs["hw:numa_nodes"] = mainValue(count)
    } else if !nodes.isEmpty {
      for entry in nodes { addNode(entry.value, to: &specs) }
      specs["hw:numa_nodes"] = .integer(nodes.count)
    }
    for entry in takeCompute("cpu_allocation", of: node)?.entries ?? [] {
      guard let value = mainValue(entry.value) else { continue }
      switch entry.key {
      case "cpu_affinity": specs["hw:cpu_policy"] = value
      case "thread_allocation": addThreads(value, at: entry.value, to: &specs)
      case "socket_count": specs["hw:cpu_sockets"] = value
      case "thread_count": specs["hw:cpu_threads"] = value
      case "core_count": specs["hw:cpu_cores"] = value
      default: break
      }
    }
    return specs
  }

  /// A size of pages: a word, or KiB; a number without a unit counts MiB.
  private mutating func pageSize(_ value: PropertyValue) -> OpenStack.Value? {
    guard topology.settled(value) != nil, let stated = fixed(value) else { return mainValue(value) }
    if let count = stated.integer {
      return .integer(count.multipliedReportingOverflow(by: 1024).partialValue)
    }
    if let text = stated.text, ScalarUnit(text, .size) != nil {
      return size(text, of: "a page of memory", in: .kibibyte, .binary, at: value)
        .map(OpenStack.Value.integer)
    }
    return stated.text.map(OpenStack.Value.string)
  }

  /// The processors and the memory of a NUMA node.
  private mutating func addNode(_ node: PropertyValue, to specs: inout ValueMap) {
    guard let id = node["id"].flatMap({ topology.settled($0) })?.integer else {
      if let id = node["id"] { report(.notAPlainValue("the 'id' of a NUMA node", id)) }
      return
    }
    let processors = (node["vcpus"]?.items ?? []).compactMap { topology.settled($0)?.text }
    if !processors.isEmpty {
      specs["hw:numa_cpus.\(id)"] = .string(processors.joined(separator: ","))
    }
    specs["hw:numa_mem.\(id)"] = node["mem_size"].flatMap { tackerSize($0, of: "a server", in: .mebibyte) }
  }

  /// Of Tacker's words for threads Nova has but two, under a name that is not Tacker's; the others go out as Tacker
  /// writes them.
  private mutating func addThreads(
    _ value: OpenStack.Value, at place: PropertyValue, to specs: inout ValueMap
  ) {
    guard ["avoid", "separate"].contains(value.string) else {
      specs["hw:cpu_thread_policy"] = value
      return
    }
    specs["hw:cpu_threads_policy"] = value
    report(.threadPolicy(place))
  }

  /// A size in whole units, rounded up; a number without a unit counts MiB, as Tacker takes it.
  ///
  /// A cloud counts in powers of 1024, and Tacker takes `2 GB` to mean `2 GiB`.
  mutating func tackerSize(_ value: PropertyValue, of what: String, in unit: ScalarUnit.SizeUnit)
    -> OpenStack.Value?
  {
    guard let stated = fixed(value) else {
      report(.notAPlainValue("a size", value))
      return nil
    }
    return size(stated.text ?? "", of: what, in: unit, .binary, bare: .mebibyte, at: value)
      .map(OpenStack.Value.integer)
  }
}

extension Diagnostic {
  fileprivate static func noFlavor(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "server-without-flavor",
      "'\(name.text)' has neither a 'flavor' nor a capability that says how large it is; its flavor becomes a "
        + "parameter of the stack", at: name.range)
  }

  fileprivate static func sizeBesideFlavor(_ capability: TOSCADocument.Word, _ name: TOSCADocument.Word)
    -> Diagnostic
  {
    Diagnostic(
      .info, "size-beside-flavor",
      "'\(name.text)' has a flavor, which says how large it is; its '\(capability.text)' counts for nothing",
      at: capability.range)
  }

  fileprivate static func threadPolicy(_ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "thread-allocation",
      "Nova knows 'isolate', 'prefer' and 'require'; '\(value.text ?? "")' is passed on as Tacker writes it, "
        + "without effect", at: value.range)
  }
}
