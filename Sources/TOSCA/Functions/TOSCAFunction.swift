import Diagnostics

/// The functions that a value can call (TOSCA Simple Profile 1.3, chapter 4).
enum TOSCAFunction: String, CaseIterable {
  case getInput = "get_input"
  case getProperty = "get_property"
  case getAttribute = "get_attribute"
  case getOperationOutput = "get_operation_output"
  case getNodesOfType = "get_nodes_of_type"
  case getArtifact = "get_artifact"
  case concat, join, token

  static let names = allCases.map(\.rawValue)

  /// How the function is written, for a message.
  var signature: String {
    switch self {
    case .getInput: "get_input: [input, nested name or index, ...]"
    case .getProperty: "get_property: [node, requirement or capability, property, nested name or index, ...]"
    case .getAttribute:
      "get_attribute: [node, requirement or capability, attribute, nested name or index, ...]"
    case .getOperationOutput: "get_operation_output: [node, interface, operation, output]"
    case .getNodesOfType: "get_nodes_of_type: node type"
    case .getArtifact: "get_artifact: [node, artifact, location, remove]"
    case .concat: "concat: [text, ...]"
    case .join: "join: [[text, ...], delimiter]"
    case .token: "token: [text, separator, index]"
    }
  }

  /// Whether a call has arguments of the right number and kind.
  func accepts(_ call: PropertyValue.Function) -> Bool {
    let arguments = call.arguments
    switch self {
    case .getInput:
      return arguments.first?.isWord == true && arguments.allSatisfy(\.isScalarOrCall)
    case .getProperty, .getAttribute:
      return call.isList && arguments.count >= 2 && arguments.allSatisfy(\.isScalarOrCall)
    case .getOperationOutput:
      return call.isList && arguments.count == 4 && arguments.allSatisfy(\.isScalarOrCall)
    case .getNodesOfType:
      return arguments.count == 1 && arguments[0].isWord
    case .getArtifact:
      return call.isList && (2...4).contains(arguments.count) && arguments.allSatisfy(\.isScalarOrCall)
    case .concat:
      return call.isList && !arguments.isEmpty && arguments.allSatisfy(\.isScalarOrCall)
    case .join:
      guard call.isList, (1...2).contains(arguments.count), arguments.dropFirst().allSatisfy(\.isScalarOrCall)
      else { return false }
      return arguments[0].isCall || arguments[0].items?.allSatisfy(\.isScalarOrCall) == true
    case .token:
      guard call.isList, arguments.count == 3, arguments.allSatisfy(\.isScalarOrCall) else { return false }
      return arguments[2].isCall || arguments[2].integer.map { $0 >= 0 } == true
    }
  }
}

extension PropertyValue {
  fileprivate var isWord: Bool {
    text != nil
  }

  fileprivate var isCall: Bool {
    if case .function = content { true } else { false }
  }

  fileprivate var isScalarOrCall: Bool {
    text != nil || isCall
  }

  /// The function that the only key of a map most likely meant; nil for other values.
  var misspeltFunction: (name: TOSCADocument.Word, meant: String)? {
    guard let entries, entries.count == 1, let entry = entries.first,
      let meant = nearestSpelling(to: entry.key, among: TOSCAFunction.names)
    else { return nil }
    return (TOSCADocument.Word(text: entry.key, range: entry.keyRange), meant)
  }
}
