import Diagnostics
import OpenStack
import TOSCA

extension NodeMapping {
  /// `tosca.nodes.Compute` becomes a Nova server.
  ///
  /// The properties that a derived type calls as Nova does are passed on. A flavor and an image that it does not name
  /// are chosen by what its capabilities ask for.
  static let compute = NodeMapping("tosca.nodes.Compute", attribute: serverAttribute) { node, template in
    let name = template.topology[node].name
    var server = HeatResource(type: "OS::Nova::Server")
    server["image"] = template.take("image", of: node) ?? template.imageChoice(of: node)
    server["flavor"] = template.take("flavor", of: node) ?? template.flavorChoice(of: node)
    for property in novaProperties { server[property] = template.take(property, of: node) }
    server["security_groups"] = template.takeGroups(of: node)
    server["key_name"] = server["key_name"] ?? template.keyPair
    server["networks"] = template.networks(of: node, beside: server["networks"])
    server["user_data_format"] = server["user_data_format"] ?? "SOFTWARE_CONFIG"
    template.addSchedulerHints(of: node, to: &server)
    template.add(name.text, server, for: name)
    template.addSoftware(ofServer: node)
  }

  /// The properties of `OS::Nova::Server` under their names there, but for flavor and image.
  private static let novaProperties = [
    "name", "availability_zone", "key_name", "security_groups", "networks", "admin_pass",
    "block_device_mapping", "block_device_mapping_v2", "config_drive", "diskConfig", "flavor_update_policy",
    "image_update_policy", "metadata", "personality", "reservation_id", "scheduler_hints",
    "software_config_transport", "user_data", "user_data_format",
  ]
}

extension Translation {
  /// The name under which a key pair can be given that the template does not ask for.
  fileprivate static let keyPairInput = "key_name"
  /// The inputs that can be given to a template that does not declare them.
  package static let optionalInputs: Set = [keyPairInput]
}

extension TemplateBuilder {
  /// The key pair of the servers that name none, where one is given beside the template's own inputs.
  var keyPair: OpenStack.Value? {
    mutating get {
      guard isKeyPairGiven else { return nil }
      return mainParameter(Translation.keyPairInput)
    }
  }

  /// Adds the parameter of a key pair that is given though the template has no such input.
  mutating func addKeyPairParameter() {
    guard isKeyPairGiven, let given = topology.inputValues[Translation.keyPairInput] else { return }
    var parameter = HeatParameter(type: .string)
    if options.setsDefaults { parameter.defaultValue = given.text.map(OpenStack.Value.string) }
    let place = TOSCADocument.Word(text: Translation.keyPairInput, range: given.range)
    add(Named(place.text, parameter), for: place)
  }

  /// Whether a value is given for a key pair, though the template has no such input.
  private var isKeyPairGiven: Bool {
    topology.inputValues[Translation.keyPairInput] != nil && topology.input(Translation.keyPairInput) == nil
  }

  /// The networks that a server states itself, and the ports that are bound to it.
  fileprivate mutating func networks(of node: NodeTemplate.ID, beside stated: OpenStack.Value?)
    -> OpenStack.Value?
  {
    guard let ports = portList(of: node) else { return stated }
    guard let stated else { return ports }
    guard let items = stated.list, let ports = ports.list else {
      report(.networksReplaced(topology[node]))
      return ports
    }
    return .list(items + ports)
  }
}

extension Diagnostic {
  fileprivate static func networksReplaced(_ node: NodeTemplate) -> Diagnostic {
    let property = node.properties.first { $0.name.text == "networks" }
    return Diagnostic(
      .warning, "not-translated",
      "the 'networks' of '\(node.name.text)' are no list here and are left out: ports are bound to it",
      at: property?.name.range ?? node.name.range)
  }
}
