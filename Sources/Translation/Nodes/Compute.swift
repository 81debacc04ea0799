import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.Compute` becomes a Nova server whose flavor and image are parameters, with what the node asks for
  /// in their descriptions.
  static let compute = NodeMapping("tosca.nodes.Compute", attribute: serverAttribute) { node, template in
    let name = template.topology[node].name
    var server = HeatResource(type: "OS::Nova::Server")
    let need = template.computeNeed(of: node)?.phrase ?? "no size is stated"
    server["image"] = template.choice("image", of: node, asking: template.imageNeed(of: node))
    server["flavor"] = template.choice("flavor", of: node, asking: need)
    server["networks"] = template.portList(of: node)
    template.add(name.text, server, for: name)
    template.addSoftware(ofServer: node)
  }
}

/// How large a server must be.
struct ComputeNeed {
  var cpus: Int?
  /// In MiB.
  var memory: Int?
  /// In GiB.
  var disk: Int?

  /// The need in words, for the description of a parameter.
  var phrase: String {
    let parts = [
      cpus.map { "\($0) CPU\($0 == 1 ? "" : "s")" }, memory.map { "\($0) MiB of memory" },
      disk.map { "\($0) GiB of disk" },
    ]
    return "needs " + parts.compactMap { $0 }.joined(separator: ", ")
  }
}

extension TemplateBuilder {
  /// What the capability `host`, or Tacker's `nfv_compute`, asks for; nil when it asks for nothing.
  mutating func computeNeed(of node: NodeTemplate.ID) -> ComputeNeed? {
    guard let capability = topology[node].capability("nfv_compute") ?? topology[node].capability("host")
    else {
      return nil
    }
    let name = capability.name.text
    var need = ComputeNeed()
    need.cpus = takeValue("num_cpus", of: node, capability: name)?.integer
    need.memory = takeValue("mem_size", of: node, capability: name).flatMap { size($0, 1e6, 1_048_576) }
    need.disk = takeValue("disk_size", of: node, capability: name).flatMap { size($0, 1e9, 1_073_741_824) }
    return need.cpus == nil && need.memory == nil && need.disk == nil ? nil : need
  }

  /// A size in whole units, rounded up.
  ///
  /// A cloud counts in powers of 1024 and people write MB and GB for them: `512 MB` asks for a flavor with `ram: 512`.
  private mutating func size(_ value: PropertyValue, _ decimal: Double, _ binary: Double) -> Int? {
    guard let text = value.text else { return nil }
    let amount =
      ScalarUnit(text, .size).map { $0.value / ($0.isBinary ? binary : decimal) } ?? Double(text) ?? .nan
    guard (0...1e9).contains(amount) else {
      report(.unusableSize(value))
      return nil
    }
    return Int(amount.rounded(.up))
  }

  /// What the capability `os` asks for, in words.
  mutating func imageNeed(of node: NodeTemplate.ID) -> String {
    let stated = (topology[node].capability("os")?.properties ?? []).map(\.name.text).compactMap { name in
      takeValue(name, of: node, capability: "os")?.text.map { "\(name) \($0)" }
    }
    return stated.isEmpty ? "no operating system is stated" : "needs " + stated.joined(separator: ", ")
  }

  /// A parameter of the main template for what only the operator of the cloud can choose.
  mutating func choice(_ what: String, of node: NodeTemplate.ID, asking need: String) -> OpenStack.Value {
    let server = topology[node].name.text
    let name = "\(server)_\(what)"
    var parameter = HeatParameter(type: .string)
    parameter.description = "The \(what) of '\(server)', which \(need)"
    mainParameters.append((Named(name, parameter), topology[node].name))
    return .getParam(group == nil ? name : imported(name, .getParam(name), type: .string))
  }
}

extension Diagnostic {
  fileprivate static func unusableSize(_ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .error, "unusable-size", "'\(value.text ?? "")' is no size that a server can have (such as '512 MB')",
      at: value.range)
  }
}
