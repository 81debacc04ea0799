import Testing

/// A whole template with one mistake in it, and the finding that it must give: one, where the mistake stands.
struct OneMistake: Sendable {
  /// What is not so in this template.
  let rule: String
  /// The template with its finding marked.
  let template: String
  /// The files that it imports.
  let files: [String: String]
  /// The finding, where it stands in one of the files.
  let elsewhere: [String]

  init(
    _ rule: String, _ template: String, importing files: [String: String] = [:], elsewhere: [String] = []
  ) {
    self.rule = rule
    self.template = template
    self.files = files
    self.elsewhere = elsewhere
  }

  /// A template that gives a property a value of the wrong kind; `part` is what of the value is marked.
  static func value(
    _ rule: String, of definition: String, is value: String, _ finding: String, at part: String? = nil
  ) -> OneMistake {
    let line = "    lamp: {type: Lamp, properties: {power: \(value)}}"
    let (marked, parts) = (part ?? value, line.split(separator: part ?? value, maxSplits: 1))
    let indent = String(repeating: " ", count: max(0, (parts.first?.count ?? 0) - 1))
    return OneMistake(
      rule,
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {power: \(definition)}}
      topology_template:
        node_templates:
      \(line)
      #\(indent)\(String(repeating: "^", count: marked.count)) \(finding)
      """)
  }

  static let all =
    yaml + versions + sections + imports + types + values + definitions + functions + nodes + interfaces
    + members + requirements + groups + policies + workflows + substitutions + nfv
}

extension OneMistake: CustomTestStringConvertible {
  var testDescription: String { rule }
}
