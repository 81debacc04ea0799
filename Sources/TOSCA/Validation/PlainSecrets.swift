import Diagnostics

extension ValidationRule {
  /// A template is read by many, so that passwords and keys do not belong into it.
  static let plainSecrets = ValidationRule("plain-secret", "secret-in-user-data") { topology, log in
    for node in topology.nodes {
      for property in node.properties {
        check(property.name, property.value, &log)
        if isScript(property.name.text), let text = property.value.text,
          let secret = secret(in: text)
        {
          log.report(.secretInUserData(property.value, secret))
        }
      }
      for property in node.capabilities.flatMap(\.properties) { check(property.name, property.value, &log) }
    }
    for property in topology.policies.flatMap(\.properties) { check(property.name, property.value, &log) }
    for template in topology.document.nodeTemplates where !template.interfaces.isEmpty {
      for interface in template.interfaces {
        for input in interface.inputs + interface.operations.flatMap(\.inputs) {
          input.value.map { check(input.name, $0, &log) }
        }
      }
    }
    for input in topology.inputs where isSecret(input.name.text) {
      if let value = input.defaultValue, value.isPlainSecret { log.report(.defaultSecret(value, input.name)) }
    }
  }

  /// A value and what it holds; the depth of values is bounded by the limits of the parse.
  private static func check(
    _ name: TOSCADocument.Word, _ value: PropertyValue, _ log: inout DiagnosticLog
  ) {
    switch value.content {
    case .map(let entries): for entry in entries { check(entry.word, entry.value, &log) }
    case .list(let items): for item in items { check(name, item, &log) }
    default:
      if isSecret(name.text), value.isPlainSecret { log.report(.plainSecret(value, name)) }
    }
  }

  private static let secretWords = [
    "password", "passwd", "pwd", "passphrase", "secret", "token", "private_key", "privatekey", "secret_key",
    "secretkey", "api_key", "apikey", "access_key", "accesskey",
  ]
  /// The letters that these words end with.
  private static let lastLetters = Set(secretWords.compactMap(\.utf8.last))

  /// Whether a name is that of something to be kept secret, such as `admin_password`.
  fileprivate static func isSecret(_ name: String) -> Bool {
    guard let last = name.utf8.last, lastLetters.contains(last | 0x20) else { return false }
    let lowered = name.lowercased()
    return secretWords.contains { lowered.hasSuffix($0) }
  }

  /// Whether a property holds what a server runs when it starts.
  private static func isScript(_ name: String) -> Bool {
    name == "user_data" || name == "boot_data"
  }

  /// What of a script is a secret, in words; nil when nothing looks like one.
  private static func secret(in script: String) -> String? {
    if script.contains("PRIVATE KEY-----") { return "a private key" }
    for line in script.split(whereSeparator: \.isNewline) {
      let line = line.lowercased()
      guard !line.drop(while: { $0 == " " }).hasPrefix("#") else { continue }
      for word in ["password", "passwd"] {
        guard let found = line.firstRange(of: word) else { continue }
        let rest = line[found.upperBound...].drop { $0 == " " || $0 == "\"" || $0 == "'" }
        guard let sign = rest.first, sign == ":" || sign == "=" else { continue }
        let value = rest.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
        if let first = value.first, !"$<{".contains(first) { return "a password" }
      }
      if line.contains("chpasswd"), line.contains("echo"), !line.contains("$") { return "a password" }
    }
    return nil
  }
}

extension PropertyDefinition {
  /// Whether its value is something to be kept secret, by its name or by its type.
  package var isSecret: Bool {
    ValidationRule.isSecret(name.text) || ["Credential", "tosca:Credential"].contains(schema.type)
      || schema.type == "tosca.datatypes.Credential"
  }
}

extension Topology {
  /// The inputs whose values are to be kept secret: by their name or type, or since they are given to a property or
  /// to an input of an operation that is, such as `root_password`.
  package var secretInputs: Set<String> {
    var names = Set(inputs.filter(\.isSecret).map(\.name.text))
    for node in nodeIDs {
      let template = self[node]
      for assignment in template.properties + template.capabilities.flatMap(\.properties) {
        ValidationRule.addInputs(of: assignment.value, isSecret: assignment.name.text, to: &names)
      }
      let requirements = self.requirements(of: node)
      for assignment in requirements.flatMap(\.properties) {
        ValidationRule.addInputs(of: assignment.value, isSecret: assignment.name.text, to: &names)
      }
      for operation in operations(of: node) + requirements.flatMap({ operations(of: $0) }) {
        for input in operation.inputs {
          ValidationRule.addInputs(of: input.value, isSecret: input.name.text, to: &names)
        }
      }
    }
    return names
  }
}

extension ValidationRule {
  /// Adds the inputs that a value takes where its name, or that of a member, is that of a secret.
  fileprivate static func addInputs(
    of value: PropertyValue, isSecret name: String, to names: inout Set<String>
  ) {
    switch value.content {
    case .map(let entries):
      for entry in entries { addInputs(of: entry.value, isSecret: entry.key, to: &names) }
    case .list(let items): for item in items { addInputs(of: item, isSecret: name, to: &names) }
    case .function(let call):
      guard isSecret(name) else { return }
      if call.name == "get_input", let input = call.arguments.first?.text { names.insert(input) }
      for argument in call.arguments { addInputs(of: argument, isSecret: name, to: &names) }
    default: break
    }
  }
}

extension PropertyValue {
  /// Whether this is written out and no stand-in such as `$PASSWORD`, `<password>` or `****`.
  fileprivate var isPlainSecret: Bool {
    guard let text, bool == nil, let first = text.first else { return false }
    return !"$<{".contains(first) && !text.allSatisfy { $0 == "*" }
  }
}

extension Diagnostic {
  fileprivate static func plainSecret(_ value: PropertyValue, _ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "plain-secret",
      "'\(name.text)' is written out for everyone who reads the template; take it from an input with 'get_input'",
      at: value.range)
  }

  fileprivate static func defaultSecret(_ value: PropertyValue, _ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "plain-secret",
      "the input '\(name.text)' has a default that everyone who reads the template knows; leave the default out",
      at: value.range)
  }

  fileprivate static func secretInUserData(_ value: PropertyValue, _ secret: String) -> Diagnostic {
    Diagnostic(
      .warning, "secret-in-user-data",
      "there seems to be \(secret) in this script, for everyone who reads the template or asks the server",
      at: value.range)
  }
}
