import TOSCA

extension Artifact {
  /// What runs the file on the server: a hook of heat-agents, which Heat calls the group of a config.
  ///
  /// The type of the artifact says it; for a mere file its ending does.
  func tool(_ types: TypeCatalog) -> String {
    for name in ancestors(types) {
      let last = name.split(separator: ".").last?.lowercased() ?? ""
      if let tool = Self.toolOfType[last] { return tool }
    }
    let ending = file?.text?.split(separator: ".").last?.lowercased() ?? ""
    return Self.toolOfEnding[ending] ?? "script"
  }

  private static let toolOfType = [
    "bash": "script", "shell": "script", "python": "script", "perl": "script", "ansible": "ansible",
    "playbook": "ansible", "puppet": "puppet", "manifest": "puppet", "chef": "chef", "salt": "salt",
  ]

  private static let toolOfEnding = [
    "yaml": "ansible", "yml": "ansible", "ansible": "ansible", "pp": "puppet", "rb": "chef", "sls": "salt",
  ]

  /// Whether this is no file but the name of a role in Ansible's own collection.
  func isAnsibleRole(_ types: TypeCatalog) -> Bool {
    ancestors(types).contains("tosca.artifacts.AnsibleGalaxy.role")
  }

  /// The type and those that it derives from; one that is not known derives from none.
  private func ancestors(_ types: TypeCatalog) -> [String] {
    guard let type else { return [] }
    return types.known(.artifact, type)?.ancestors ?? [type.text]
  }
}
