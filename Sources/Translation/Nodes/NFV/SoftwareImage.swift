import Diagnostics
import OpenStack
import TOSCA

/// The image of a VDU or a volume: what the template says of it, and the file that it is in
/// (ETSI GS NFV-SOL 001, 6.2.27 and 6.5.1).
struct SoftwareImage {
  private let data: PropertyValue?
  private let artifact: Artifact?

  /// nil for a node that has no image.
  init?(of node: NodeTemplate.ID, _ topology: Topology) {
    data = topology[node][property: "sw_image_data"]
    artifact = topology.artifacts(of: node).first { artifact in
      guard let type = artifact.type else { return false }
      return type.text == Self.type || topology.types.known(.artifact, type)?.isKind(of: Self.type) == true
    }
    if data == nil, artifact == nil { return nil }
  }

  private static let type = "tosca.artifacts.nfv.SwImage"

  /// What is said of the image, by the property or by the artifact itself as of version 3.3.1.
  subscript(name: String) -> PropertyValue? {
    data?[name] ?? artifact?.properties.first { $0.name.text == name }?.value
  }

  /// The address of the file, where Glance can fetch it itself.
  var url: String? {
    guard let file = artifact?.file?.text,
      ["http://", "https://"].contains(where: { file.lowercased().hasPrefix($0) })
    else { return nil }
    return file
  }

  /// The image in words, for the description of a parameter.
  var phrase: String {
    var parts: [String] = []
    if let name = self["name"]?.text { parts.append("'\(name)'") }
    if let version = self["version"]?.text { parts.append("version \(version)") }
    let formats = [self["disk_format"]?.text, self["container_format"]?.text].compactMap { $0 }
    if !formats.isEmpty { parts.append("format \(formats.joined(separator: " in "))") }
    if let checksum = self["checksum"] {
      let hash = checksum.text ?? checksum["hash"]?.text
      let algorithm = checksum["algorithm"]?.text
      if let hash { parts.append("\(algorithm ?? "checksum") \(hash)") }
    }
    if let file = artifact?.file?.text { parts.append("file \(file)") }
    return parts.isEmpty ? "is not described" : "is " + parts.joined(separator: ", ")
  }
}

extension TemplateBuilder {
  /// Whether a node has an image of its own.
  func hasImage(_ node: NodeTemplate.ID) -> Bool {
    SoftwareImage(of: node, topology) != nil
  }

  /// The image of a VDU or a volume: made where Glance can fetch it, else a parameter, since only the cloud knows what
  /// it has.
  mutating func softwareImage(of node: NodeTemplate.ID) -> OpenStack.Value {
    ignore(["sw_image_data"], of: node)
    guard let image = SoftwareImage(of: node, topology) else {
      return choice("image", of: node, asking: "is not described in the template")
    }
    guard let url = image.url else { return choice("image", of: node, asking: image.phrase) }
    let name = topology[node].name
    var resource = HeatResource(type: "OS::Glance::WebImage")
    resource["name"] = image["name"].flatMap { value($0) }
    resource["location"] = .string(url)
    resource["container_format"] = image["container_format"].flatMap { value($0) } ?? "bare"
    resource["disk_format"] = image["disk_format"].flatMap { value($0) } ?? "qcow2"
    resource["min_disk"] = plainSize(image["min_disk"], of: "an image", for: node, in: .gibibyte)
      .map(OpenStack.Value.integer)
    resource["min_ram"] = plainSize(image["min_ram"], of: "an image", for: node, in: .mebibyte)
      .map(OpenStack.Value.integer)
    return addToMain("\(name.text)_image", resource, for: name)
  }
}
