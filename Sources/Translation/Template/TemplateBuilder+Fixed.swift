import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// What a value is where only the translation can compute with it, such as a size with its unit; nil for what only
  /// the stack will know.
  ///
  /// The value of an input is fixed by that, which is reported: HOT has no way to do it later.
  mutating func fixed(_ value: PropertyValue) -> PropertyValue? {
    guard let settled = topology.settled(value), !settled.isNull else { return nil }
    // The inputs of a deployment flavour are no parameters; the VNF says what they are.
    if case .function = value.content, !topology.isSubstitute { report(.fixedInput(value, settled)) }
    return settled
  }

  /// A parameter for a number that HOT cannot compute from an input without a value; the input, where nothing else
  /// asks for it, is no parameter then.
  mutating func replacement(
    _ name: String, _ description: String, of value: PropertyValue, for place: TOSCADocument.Word
  ) -> OpenStack.Value {
    if case .function(let function) = value.content, function.name == "get_input",
      let input = function.arguments.first?.text
    {
      replacedInputs.insert(input)
    }
    report(.inputReplaced(name, value))
    var parameter = HeatParameter(type: .number)
    parameter.description = description
    mainParameters.append((Named(name, parameter), place))
    return .getParam(name)
  }

  /// Leaves out the parameters that others stand for and that no value takes.
  mutating func removeReplacedParameters() {
    let unused = replacedInputs.subtracting(usedInputs)
    guard !unused.isEmpty else { return }
    template.parameters.removeAll { unused.contains($0.name) }
  }
}

extension Diagnostic {
  fileprivate static func fixedInput(_ value: PropertyValue, _ settled: PropertyValue) -> Diagnostic {
    var name = ""
    if case .function(let function) = value.content { name = function.arguments.first?.text ?? "" }
    let text = settled.text.map { " ('\($0)')" } ?? ""
    return Diagnostic(
      .warning, "fixed-input",
      "HOT cannot compute with input '\(name)' here, so its present value\(text) is fixed in the translation; "
        + "another value of the parameter changes nothing", at: value.range)
  }

  fileprivate static func inputReplaced(_ name: String, _ value: PropertyValue) -> Diagnostic {
    Diagnostic(
      .warning, "fixed-input",
      "HOT cannot compute with this value, which is not known yet; the parameter '\(name)' of the stack stands for it",
      at: value.range)
  }
}
