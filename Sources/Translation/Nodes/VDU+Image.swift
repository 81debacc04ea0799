import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// The image that an artifact of the VDU is made into (`tosca.artifacts.Deployment.Image.VM`); nil when it has none.
  ///
  /// The first such artifact counts, before the property `image`, as with Tacker.
  mutating func imageOfArtifact(of node: NodeTemplate.ID) -> OpenStack.Value? {
    let artifacts = topology.artifacts(of: node).filter { $0.name?.text != Self.rawKey }
    readSection("artifacts")
    guard let offset = artifacts.firstIndex(where: { isImage($0) }) else {
      for artifact in artifacts { report(.artifactLeftOut(artifact, topology[node])) }
      return nil
    }
    for (other, artifact) in artifacts.enumerated() where other != offset {
      report(.artifactLeftOut(artifact, topology[node]))
    }
    if let image = topology[node].properties.first(where: { $0.name.text == "image" && !$0.value.isNull }) {
      ignore(["image"], of: node)
      report(.imageBesideArtifact(image.name, topology[node]))
    }
    return image(of: artifacts[offset], for: topology[node].name)
  }

  private mutating func image(of artifact: Artifact, for vdu: TOSCADocument.Word) -> OpenStack.Value? {
    guard let file = artifact.file else { return nil }
    let text = topology.settled(file)?.text
    if case .string(let path) = file.content, !path.contains("://") {
      report(.imageWithoutURL(file, path))
      return topology.node(named: vdu.text).map { choice("image", of: $0, asking: "is the file '\(path)'") }
    }
    var image = HeatResource(type: "OS::Glance::WebImage")
    image["name"] = artifact.name.map { .string($0.text) }
    image["location"] = mainValue(file)
    image["container_format"] = stated("container_format", of: artifact) ?? "bare"
    image["disk_format"] = stated("disk_format", of: artifact) ?? .string(diskFormat(artifact, text))
    return addToMain("\(vdu.text)_image", image, for: vdu)
  }

  private mutating func stated(_ property: String, of artifact: Artifact) -> OpenStack.Value? {
    artifact.properties.first { $0.name.text == property }.flatMap { mainValue($0.value) }
  }

  /// The format that the type or the name of the file tells; Tacker's default for what tells nothing.
  ///
  /// Nova refuses an image that is not what it is said to be.
  private func diskFormat(_ artifact: Artifact, _ file: String?) -> String {
    let formats = ["qcow2", "vmdk", "vdi", "vhdx", "vhd", "iso"]
    let type = artifact.type?.text.lowercased() ?? ""
    if let format = formats.first(where: { type.hasSuffix(".\($0)") }) { return format }
    let path = (file ?? "").prefix { $0 != "?" && $0 != "#" }.lowercased()
    return formats.first { path.hasSuffix(".\($0)") } ?? "raw"
  }

  private func isImage(_ artifact: Artifact) -> Bool {
    let type = "tosca.artifacts.Deployment.Image.VM"
    guard let name = artifact.type else { return false }
    return topology.types.known(.artifact, name)?.isKind(of: type) ?? (name.text + ".").hasPrefix(type + ".")
  }
}

extension Diagnostic {
  fileprivate static func artifactLeftOut(_ artifact: Artifact, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "the artifact '\(artifact.name?.text ?? "")' of '\(node.name.text)' is not translated and is left out",
      at: artifact.name?.range ?? node.name.range)
  }

  fileprivate static func imageBesideArtifact(_ image: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic
  {
    Diagnostic(
      .warning, "not-translated",
      "'\(node.name.text)' has an image among its artifacts, so its property 'image' is left out",
      at: image.range)
  }

  fileprivate static func imageWithoutURL(_ file: PropertyValue, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "image-without-url",
      "a cloud fetches images from URLs and has no file '\(path)'; the image becomes a parameter of the stack",
      at: file.range)
  }
}
