import Diagnostics
import OpenStack
import TOSCA

/// How large a server must be.
struct ComputeNeed {
  var cpus: Int?
  /// In MiB.
  var memory: Int?
  /// In GiB.
  var disk: Int?
  /// Whether there is a part that only the stack will know.
  var isOpen = false

  /// The need in words, for the description of a parameter.
  var phrase: String {
    let parts = [
      cpus.map { "\($0) CPU\($0 == 1 ? "" : "s")" }, memory.map { "\($0) MiB of memory" },
      disk.map { "\($0) GiB of disk" }, isOpen ? "what the inputs say" : nil,
    ]
    return "needs " + parts.compactMap { $0 }.joined(separator: ", ")
  }
}

/// What a server must run.
struct ImageNeed {
  /// The image itself, where the capability names one.
  var image: OpenStack.Value?
  var stated: [(name: String, value: PropertyValue)] = []
  /// Whether there is a part that only the stack will know.
  var isOpen = false

  var phrase: String {
    let parts = stated.compactMap { property in property.value.text.map { "\(property.name) \($0)" } }
    guard !parts.isEmpty || isOpen else { return "has no operating system stated" }
    return "needs " + (parts + (isOpen ? ["what the inputs say"] : [])).joined(separator: ", ")
  }

  /// Whether an image has all that is asked for; one of which something is not known has it not.
  func isMet(by image: Catalog.Image) -> Bool {
    stated.allSatisfy { name, value in
      switch name {
      case "architecture": Self.isSame(value, image.architecture)
      case "type": Self.isSame(value, image.type)
      case "distribution": Self.isSame(value, image.distribution)
      case "version": Self.isSame(value, image.version)
      default: true
      }
    }
  }

  /// Whether a text is what is asked for; a version that reads like a number is that number however it is spelled.
  private static func isSame(_ value: PropertyValue, _ text: String?) -> Bool {
    guard let text else { return false }
    if value.text?.lowercased() == text.lowercased() { return true }
    if case .number(let number) = value.content { return Double(text) == number }
    return false
  }
}

extension TemplateBuilder {
  /// The flavor of a server that names none: the smallest of the catalog that is large enough, else a parameter.
  mutating func flavorChoice(of node: NodeTemplate.ID) -> OpenStack.Value {
    let need = computeNeed(of: node)
    if let need, !need.isOpen, let catalog = options.catalog {
      if let flavor = catalog.smallestFlavor(
        cpus: need.cpus ?? 0, memory: need.memory ?? 0, disk: need.disk ?? 0)
      {
        return .string(flavor.name)
      }
      report(.noFlavor(topology[node], need))
    }
    return choice("flavor", of: node, asking: need?.phrase ?? "has no size stated")
  }

  /// The image of a server that names none: the first of the catalog that has all it asks for, else a parameter.
  mutating func imageChoice(of node: NodeTemplate.ID) -> OpenStack.Value {
    let need = imageNeed(of: node)
    if let image = need.image { return image }
    if !need.stated.isEmpty, !need.isOpen, let catalog = options.catalog {
      if let image = catalog.images.first(where: need.isMet) { return .string(image.name) }
      report(.noImage(topology[node], need))
    }
    return choice("image", of: node, asking: need.phrase)
  }

  /// What the capability `host`, or Tacker's `nfv_compute`, asks for; nil when it asks for nothing.
  mutating func computeNeed(of node: NodeTemplate.ID) -> ComputeNeed? {
    guard let capability = topology[node].capability("nfv_compute") ?? topology[node].capability("host")
    else {
      return nil
    }
    let name = capability.name.text
    var need = ComputeNeed()
    need.cpus = asked("num_cpus", of: node, name, &need.isOpen)?.integer
    need.memory = asked("mem_size", of: node, name, &need.isOpen).flatMap {
      size($0.text ?? "", of: "a server", in: .mebibyte, .decimal, at: $0)
    }
    need.disk = asked("disk_size", of: node, name, &need.isOpen).flatMap {
      size($0.text ?? "", of: "a server", in: .gibibyte, .decimal, at: $0)
    }
    return need.cpus == nil && need.memory == nil && need.disk == nil && !need.isOpen ? nil : need
  }

  /// What the capability `os` asks for.
  mutating func imageNeed(of node: NodeTemplate.ID) -> ImageNeed {
    var need = ImageNeed()
    for assignment in topology[node].capability("os")?.properties ?? [] where !assignment.value.isNull {
      let name = assignment.name.text
      if name == "image" {
        need.image = takeValue(name, of: node, capability: "os").flatMap { value($0) }
      } else if let value = asked(name, of: node, "os", &need.isOpen) {
        need.stated.append((name, value))
      }
    }
    return need
  }

  /// The value of a property of a capability as far as it is known; one that is not makes the need an open one.
  private mutating func asked(
    _ name: String, of node: NodeTemplate.ID, _ capability: String, _ isOpen: inout Bool
  ) -> PropertyValue? {
    guard let value = takeValue(name, of: node, capability: capability), !value.isNull else { return nil }
    guard let known = topology.settled(value) else {
      isOpen = true
      return nil
    }
    // Without a catalog the size is but what the description of a parameter says.
    return options.catalog == nil ? known : fixed(value)
  }
}

extension Diagnostic {
  fileprivate static func noFlavor(_ node: NodeTemplate, _ need: ComputeNeed) -> Diagnostic {
    Diagnostic(
      .warning, "no-flavor",
      "no flavor of the catalog is large enough for '\(node.name.text)', which \(need.phrase); the flavor is a parameter",
      at: (node.capability("nfv_compute") ?? node.capability("host"))?.name.range ?? node.name.range)
  }

  fileprivate static func noImage(_ node: NodeTemplate, _ need: ImageNeed) -> Diagnostic {
    Diagnostic(
      .warning, "no-image",
      "no image of the catalog is one that '\(node.name.text)' asks for, which \(need.phrase); the image is a parameter",
      at: node.capability("os")?.name.range ?? node.name.range)
  }
}
