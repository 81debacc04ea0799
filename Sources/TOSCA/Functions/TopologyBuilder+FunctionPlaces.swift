import Diagnostics

extension TopologyBuilder {
  /// Checks the calls in all values of a node template; the nodes and requirements of the graph are known.
  mutating func checkFunctions(of template: NodeTemplateSyntax, _ id: NodeTemplate.ID) {
    let type = topology[id].type
    checkFunctions(in: template.properties, of: type) { .node(id, property: $0) }
    checkFunctions(in: template.attributes, of: type) { .node(id, property: $0) }
    for capability in template.capabilities {
      for assignment in capability.properties where assignment.value.mayCall {
        let name = assignment.name.text
        checkFunctions(
          in: assignment.value, context: .node(id, property: name, of: capability.name.text),
          against: schema(of: name, capability.name.text, type), of: "property '\(name)'")
      }
    }
    checkFunctions(in: template.interfaces, context: .node(id))
    checkFunctionsOfDefaults(template, id)
    for offset in template.requirements.indices where template.requirements[offset].saysOfRelationship {
      let requirement = topology.requirements[topology[id].requirements.lowerBound + offset]
      let context = FunctionContext.relationship(requirement.relationship, from: id, to: requirement.target)
      for assignment in template.requirements[offset].relationshipProperties where assignment.value.mayCall {
        checkFunctions(
          in: assignment.value, context: context,
          against: requirement.relationship?.schema(of: assignment.name.text),
          of: "property '\(assignment.name.text)'")
      }
      checkFunctions(in: template.requirements[offset].relationshipInterfaces, context: context)
    }
  }

  private mutating func schema(of property: String, _ capability: String, _ type: ResolvedType) -> Schema? {
    guard let definition = type.capabilities.first(where: { $0.name.text == capability }) else { return nil }
    return definition.properties.first { $0.name.text == property }?.schema
      ?? topology.types.type(.capability, definition.type, reporting: &log)?.schema(of: property)
  }

  /// Follows the calls in the defaults that a node has for want of values; they were checked where they are written.
  private mutating func checkFunctionsOfDefaults(_ template: NodeTemplateSyntax, _ id: NodeTemplate.ID) {
    for property in topology[id].type.callingProperties {
      guard let value = property.defaultValue,
        !template.properties.contains(where: { $0.name.text == property.name.text })
      else { continue }
      var context = FunctionContext.node(id, property: property.name.text)
      context.isSilent = true
      checkFunctions(in: value, context: context)
    }
  }

  /// Checks the calls in the relationship templates.
  mutating func checkFunctionsOfRelationships() {
    for template in topology.document.relationshipTemplates {
      let type = topology.relationshipTemplates[template.name.text]
      for assignment in template.properties + template.attributes where assignment.value.mayCall {
        checkFunctions(
          in: assignment.value, context: .relationship(type), against: type?.schema(of: assignment.name.text),
          of: "property '\(assignment.name.text)'")
      }
      checkFunctions(in: template.interfaces, context: .relationship(type))
    }
  }

  /// Checks the calls in the definition of a type: those of defaults, and of the inputs of operations.
  mutating func checkFunctions(of stated: TypeCatalog.Stated) {
    let context = FunctionContext.definition(of: stated.type)
    for definition in stated.syntax.properties + stated.syntax.attributes {
      guard let value = definition.defaultValue, value.mayCall else { continue }
      checkFunctions(
        in: value, context: context, against: definition.schema,
        of: "the default of '\(definition.name.text)'")
    }
    checkFunctions(in: stated.syntax.interfaces, context: context)
  }
}

extension RequirementSyntax {
  /// Whether the requirement gives its relationship values of its own.
  fileprivate var saysOfRelationship: Bool {
    !relationshipProperties.isEmpty || !relationshipInterfaces.isEmpty
  }
}
