import OpenStack
import TOSCA

extension TemplateBuilder {
  /// The value of a parameter of the main template, also from a nested one.
  mutating func mainParameter(_ name: String, type: HeatParameter.Kind = .string) -> OpenStack.Value {
    .getParam(group == nil ? name : imported(name, .getParam(name), type: type))
  }

  /// The value of a parameter that the main template gets for what only who deploys can know.
  ///
  /// Several nodes may ask for one, in the same words.
  mutating func parameter(
    _ name: String, _ description: String, type: HeatParameter.Kind = .string,
    for place: TOSCADocument.Word
  ) -> OpenStack.Value {
    var parameter = HeatParameter(type: type)
    parameter.description = description
    mainParameters.append((Named(name, parameter), place))
    return mainParameter(name, type: type)
  }

  /// A parameter for what only the operator of the cloud can choose for a node.
  mutating func choice(_ what: String, of node: NodeTemplate.ID, asking need: String) -> OpenStack.Value {
    let name = topology[node].name
    return parameter(
      "\(name.text)_\(what)", "The \(what) of '\(name.text)', which \(need)", for: name)
  }
}
