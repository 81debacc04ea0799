import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.Compute` becomes a Nova server whose flavor and image are parameters, with what the node asks for
  /// in their descriptions.
  static let compute = NodeMapping("tosca.nodes.Compute", attributes: serverAttributes) { node, template in
    let name = template.topology[node].name
    var server = HeatResource(type: "OS::Nova::Server")
    let need = template.computeNeed(of: node)?.phrase ?? "no size is stated"
    server["image"] = template.choice("image", of: node, asking: template.imageNeed(of: node))
    server["flavor"] = template.choice("flavor", of: node, asking: need)
    server["networks"] = template.portList(of: node)
    template.add(name.text, server, for: name)
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
  func computeNeed(of node: NodeTemplate.ID) -> ComputeNeed? {
    let template = topology[node]
    guard let capability = template.capability("nfv_compute") ?? template.capability("host") else {
      return nil
    }
    func value(_ name: String) -> PropertyValue? {
      capability.properties.first { $0.name.text == name }?.value
    }
    // A cloud counts in powers of 1024, people write MB and GB for them: `512 MB` asks for a flavor with `ram: 512`.
    func size(_ name: String, decimal: Double, binary: Double) -> Int? {
      guard let text = value(name)?.text else { return nil }
      guard let size = ScalarUnit(text, .size) else { return Double(text).map { Int($0.rounded(.up)) } }
      let amount = (size.value / (size.isBinary ? binary : decimal)).rounded(.up)
      return Int(exactly: amount)
    }
    let need = ComputeNeed(
      cpus: value("num_cpus")?.integer, memory: size("mem_size", decimal: 1e6, binary: 1_048_576),
      disk: size("disk_size", decimal: 1e9, binary: 1_073_741_824))
    return need.cpus == nil && need.memory == nil && need.disk == nil ? nil : need
  }

  /// What the capability `os` asks for, in words.
  func imageNeed(of node: NodeTemplate.ID) -> String {
    let stated = (topology[node].capability("os")?.properties ?? []).compactMap { assignment in
      assignment.value.text.map { "\(assignment.name.text) \($0)" }
    }
    return stated.isEmpty ? "no operating system is stated" : "needs " + stated.joined(separator: ", ")
  }

  /// A parameter of the main template for what only the operator of the cloud can choose.
  mutating func choice(_ what: String, of node: NodeTemplate.ID, asking need: String) -> OpenStack.Value {
    let server = topology[node].name.text
    let name = "\(server)_\(what)"
    var parameter = HeatParameter(type: .string)
    parameter.description = "The \(what) of '\(server)', which \(need)"
    mainParameters.append(Named(name, parameter))
    return group == nil ? .getParam(name) : imported(name, .getParam(name), type: .string)
  }
}
