import Diagnostics

extension ValidationRule {
  /// What Tacker's `nfv_compute` says of pages, NUMA nodes and processors is something that a flavor can say.
  static let computeSettings = ValidationRule("compute-setting", "numa-node-count") { topology, log in
    for id in topology.nodes(ofKind: "tosca.nodes.nfv.VDU.Tacker") {
      guard let compute = topology[id].capability("nfv_compute") else { continue }
      func value(_ name: String) -> PropertyValue? {
        compute.properties.first { $0.name.text == name && !$0.value.isNull }?.value
      }
      if let size = value("mem_page_size"), let text = size.text, !isPageSize(text) {
        log.report(.unknownSetting(text, pageSizes, or: "a size such as '2 MB'", at: size.range))
      }
      if let count = value("numa_node_count"), let nodes = value("numa_nodes") {
        log.report(.numaNodesUnused(nodes, count))
      }
      for node in value("numa_nodes")?.entries ?? [] {
        if node.value.entries == nil, case .function = node.value.content {} else { checkNode(node, &log) }
      }
      for entry in value("cpu_allocation")?.entries ?? [] { checkAllocation(entry, &log) }
    }
  }

  private static let pageSizes = ["small", "large", "any"]
  private static let numaKeys = ["id", "vcpus", "mem_size"]
  private static let affinities = ["shared", "dedicated"]
  /// The first four are Tacker's words, of which Nova has two and `require`.
  private static let threadAllocations = ["avoid", "separate", "isolate", "prefer", "require"]
  private static let counts = ["socket_count", "thread_count", "core_count"]

  private static func isPageSize(_ text: String) -> Bool {
    pageSizes.contains(text) || Int(text).map { (1...1_000_000_000).contains($0) } == true
      || ScalarUnit(text, .size).map { (1024...1e15).contains($0.value) } == true
  }

  private static func checkNode(_ node: PropertyValue.Entry, _ log: inout DiagnosticLog) {
    for entry in node.value.entries ?? [] where !numaKeys.contains(entry.key) {
      log.report(.unknownSetting(entry.key, numaKeys, at: entry.keyRange))
    }
    let isNumbered = node.value["id"].map { value in
      if case .function = value.content { return true }
      return value.integer.map { $0 >= 0 } ?? false
    }
    guard isNumbered == true else {
      log.report(.unnumberedNode(node))
      return
    }
    for cpu in node.value["vcpus"]?.items ?? [] {
      if case .function = cpu.content { continue }
      if cpu.integer.map({ $0 >= 0 }) != true {
        log.report(.unknownSetting(cpu.text ?? cpu.kindName, or: "the number of a processor", at: cpu.range))
      }
    }
  }

  private static func checkAllocation(_ entry: PropertyValue.Entry, _ log: inout DiagnosticLog) {
    if case .function = entry.value.content { return }
    let known: [String]
    switch entry.key {
    case "cpu_affinity": known = affinities
    case "thread_allocation": known = threadAllocations
    case _ where counts.contains(entry.key):
      if entry.value.integer.map({ $0 > 0 }) != true {
        log.report(
          .unknownSetting(
            entry.value.text ?? entry.value.kindName, or: "a number above 0", at: entry.value.range))
      }
      return
    default:
      log.report(
        .unknownSetting(entry.key, ["cpu_affinity", "thread_allocation"] + counts, at: entry.keyRange))
      return
    }
    if !known.contains(entry.value.text ?? "") {
      log.report(.unknownSetting(entry.value.text ?? entry.value.kindName, known, at: entry.value.range))
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownSetting(
    _ text: String, _ known: [String] = [], or form: String? = nil, at range: SourceRange
  ) -> Diagnostic {
    let right = [known.isEmpty ? nil : listed(known, limit: known.count), form].compactMap { $0 }
    return Diagnostic(
      .error, "compute-setting",
      "'\(text)' is nothing that a flavor can say here (\(right.joined(separator: " or ")))",
      at: range, suggestion: nearestSpelling(to: text, among: known))
  }

  fileprivate static func unnumberedNode(_ node: PropertyValue.Entry) -> Diagnostic {
    Diagnostic(
      .error, "compute-setting", "NUMA node '\(node.key)' needs an 'id', a number from 0", at: node.keyRange)
  }

  fileprivate static func numaNodesUnused(_ nodes: PropertyValue, _ count: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "numa-node-count",
      "'numa_nodes' counts for nothing beside 'numa_node_count', which divides the server evenly",
      at: nodes.range, notes: [Note("the count", at: count.range)])
  }
}
