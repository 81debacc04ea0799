import Diagnostics

extension TypeSyntax {
  /// Fills up what the type states only in part with what its parent has (TOSCA Simple Profile 1.3, 3.6.10.2, 3.7.2.2).
  ///
  /// A part that has nothing to be filled up from is reported, if all that the type derives from is known.
  mutating func inherit(
    from parent: ResolvedType?, isWhole: Bool, of name: String, reporting log: inout DiagnosticLog
  ) {
    for offset in properties.indices {
      let inherited = parent?.property(properties[offset].name.text)
      if inherited == nil, isWhole, properties[offset].isValueOnly {
        log.report(.valueOfNothing(properties[offset].name, properties[offset].defaultValue))
      }
      if let inherited { properties[offset].inherit(from: inherited) }
    }
    for offset in capabilities.indices where capabilities[offset].type.text.isEmpty {
      let capability = capabilities[offset]
      if let inherited = parent?.capabilities.first(where: { $0.name.text == capability.name.text }) {
        capabilities[offset].type = inherited.type
      } else if isWhole, !capability.isTypeMalformed {
        log.report(
          .missingKeyname(
            "type", of: "capability '\(capability.name.text)' of '\(name)'", capability.name.range))
      }
    }
  }
}

extension PropertyDefinition {
  /// Takes from the inherited definition all that this one does not say.
  fileprivate mutating func inherit(from inherited: PropertyDefinition) {
    if isValueOnly {
      let value = defaultValue
      self = inherited
      defaultValue = value
    } else if isTypeOpen {
      let own = schema.constraints
      schema = inherited.schema
      schema.constraints += own
    }
  }
}

extension Diagnostic {
  fileprivate static func valueOfNothing(_ name: TOSCADocument.Word, _ value: PropertyValue?) -> Diagnostic {
    Diagnostic(
      .error, "wrong-form",
      "the definition of '\(name.text)' must be a map; a value alone is for a property that the type inherits",
      at: value?.range ?? name.range)
  }
}
