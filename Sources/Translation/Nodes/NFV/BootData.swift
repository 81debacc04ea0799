import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// What a VDU gives its server at the first boot: a text, or as of version 2.7.1 its parts
  /// (ETSI GS NFV-SOL 001, 6.2.51 to 6.2.54).
  mutating func addBootData(of node: NodeTemplate.ID, to server: inout HeatResource) {
    guard let data = takeValue("boot_data", of: node) else { return }
    guard data.entries != nil else {
      setUserData(value(data), of: &server)
      return
    }
    if let pairs = data["kvp_data"]?["data"].flatMap({ value($0) }) { server["metadata"] = pairs }
    if let file = data["content_or_file_data"] { addContent(file, node, to: &server) }
    addSpecificProperties(data["vim_specific_properties"]?["properties"], node, to: &server)
  }

  private func setUserData(_ data: OpenStack.Value?, of server: inout HeatResource) {
    guard let data else { return }
    server["user_data"] = data
    server["user_data_format"] = "RAW"
  }

  /// A text for the server, or for one of its files, which cloud-init writes.
  private mutating func addContent(
    _ data: PropertyValue, _ node: NodeTemplate.ID, to server: inout HeatResource
  ) {
    guard let content = data["content"].flatMap({ value($0) }) else {
      reportRest(of: data, node)
      return
    }
    var read: Set<String> = ["content"]
    let path = topology.settled(data["destination_path"])?.text
    if let path, case .string(let text) = content {
      read.insert("destination_path")
      let file: OpenStack.Value = ["write_files": [["path": .string(path), "content": .string(text)]]]
      setUserData(.string("#cloud-config\n" + String(decoding: file.yaml, as: UTF8.self)), of: &server)
    } else {
      setUserData(content, of: &server)
    }
    reportRest(of: data, read: read, node)
  }

  /// Properties that go to OpenStack under its own names.
  private mutating func addSpecificProperties(
    _ properties: PropertyValue?, _ node: NodeTemplate.ID, to server: inout HeatResource
  ) {
    var read: Set<String> = []
    for name in ["availability_zone", "config_drive", "key_name"] {
      guard server[name] == nil, let stated = properties?[name].flatMap({ value($0) }) else { continue }
      server[name] = stated
      read.insert(name)
    }
    if server["user_data"] == nil, let data = properties?["user_data"] {
      setUserData(value(data), of: &server)
      read.insert("user_data")
    }
    reportRest(of: properties, read: read, node)
  }
}
