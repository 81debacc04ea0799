import Diagnostics

extension TopologyBuilder {
  /// Checks the values that a template gives against the properties of a type, and that none is missing.
  mutating func check(
    _ assignments: [Assignment], of what: @autoclosure () -> String, _ name: TOSCADocument.Word,
    against type: ResolvedType
  ) {
    for assignment in assignments {
      guard let schema = type.schema(of: assignment.name.text) else {
        log.report(
          .unknownMember(
            "unknown-property", "property", assignment.name, type, type.properties.map(\.name.text)))
        continue
      }
      check(assignment.value, against: schema, of: "property '\(assignment.name.text)'")
    }
    for property in type.demandedProperties
    where !assignments.contains(where: { $0.name.text == property.name.text && !$0.value.isNull }) {
      log.report(.missingProperty(property, of: what(), name, type))
    }
  }

  /// Reports a schema that names no type.
  mutating func checkType(_ schema: Schema) {
    guard schema.primitive == nil,
      topology.types.type(.data, schema.typeName, reporting: &log) == nil
    else { return }
    log.report(.unknownDataType(schema, topology.types))
  }

  /// Checks one value; a call of a function or nothing at all fits every type.
  mutating func check(_ value: PropertyValue, against schema: Schema, of what: @autoclosure () -> String) {
    switch value.content {
    case .null, .function: return
    default: break
    }
    if let primitive = schema.primitive {
      check(value, primitive, schema, of: what())
      return
    }
    guard let type = topology.types.type(.data, schema.typeName, reporting: &log) else {
      log.report(.unknownDataType(schema, topology.types))
      return
    }
    if let name = type.primitive, let primitive = PrimitiveType(named: name) {
      var schema = schema
      schema.constraints += type.constraints
      check(value, primitive, schema, of: what())
      return
    }
    guard !type.properties.isEmpty else { return }
    guard let entries = value.entries else {
      log.report(.wrongType(value, what(), "a map of type '\(type.name)'"))
      return
    }
    let assignments = entries.map {
      Assignment(name: TOSCADocument.Word(text: $0.key, range: $0.keyRange), value: $0.value)
    }
    check(assignments, of: what(), TOSCADocument.Word(text: schema.type, range: value.range), against: type)
  }

  private mutating func check(
    _ value: PropertyValue, _ type: PrimitiveType, _ schema: Schema, of what: @autoclosure () -> String
  ) {
    switch (type, value.content) {
    case (.list, .list(let items)), (.range, .list(let items)):
      for item in items {
        if let entry = schema.entry.first { check(item, against: entry, of: "an item of \(what())") }
      }
    case (.map, .map(let entries)):
      for entry in entries {
        if let schema = schema.entry.first {
          check(entry.value, against: schema, of: "'\(entry.key)' of \(what())")
        }
      }
    case (.json, _), (.xml, _): return
    default:
      guard value.fits(type) else {
        log.report(.wrongType(value, what(), type.phrase))
        return
      }
      if type == .string, case .string = value.content {
      } else if type == .string {
        log.report(.unquotedString(value, what()))
      }
    }
    for constraint in schema.constraints {
      if let trouble = constraint.trouble(with: value, type) {
        log.report(.constraintViolated(value, what(), trouble, constraint))
      }
    }
  }

  // MARK: Functions

  /// Reports calls that name an input, a node or a property that does not exist (chapter 4).
  mutating func checkFunctions(in value: PropertyValue) {
    switch value.content {
    case .list(let items): for item in items { checkFunctions(in: item) }
    case .map(let entries): for entry in entries { checkFunctions(in: entry.value) }
    case .function(let function):
      for argument in function.arguments { checkFunctions(in: argument) }
      checkCall(function, at: value.range)
    default: break
    }
  }

  private mutating func checkCall(_ function: PropertyValue.Function, at range: SourceRange) {
    guard let first = function.arguments.first, let name = first.text else { return }
    let word = TOSCADocument.Word(text: name, range: first.range)
    switch function.name {
    case "get_input":
      let known = topology.document.inputs.map(\.name.text)
      if !known.contains(name) { log.report(.unknownInput(word, known)) }
    case "get_property", "get_attribute":
      guard !["SELF", "HOST", "SOURCE", "TARGET"].contains(name) else { return }
      guard let id = topology.node(named: name) else {
        log.report(.unknownNode(word, topology))
        return
      }
      let type = topology[id].type
      guard function.name == "get_property", function.arguments.count == 2, !type.isUnknown,
        let property = function.arguments[1].text, type.property(property) == nil
      else { return }
      log.report(
        .unknownMember(
          "unknown-property", "property", .init(text: property, range: function.arguments[1].range), type,
          type.properties.map(\.name.text)))
    default: break
    }
  }
}

extension Diagnostic {
  fileprivate static func missingProperty(
    _ property: PropertyDefinition, of what: String, _ name: TOSCADocument.Word, _ type: ResolvedType
  ) -> Diagnostic {
    Diagnostic(
      .error, "missing-property",
      "\(what) has no value for '\(property.name.text)', which type '\(type.name)' requires", at: name.range)
  }

  fileprivate static func unknownDataType(_ schema: Schema, _ types: TypeCatalog) -> Diagnostic {
    Diagnostic(
      .error, "unknown-type", "'\(schema.type)' is not a known data type", at: schema.typeRange,
      suggestion: nearestSpelling(to: schema.type, among: PrimitiveType.names + types.names(.data)))
  }

  fileprivate static func wrongType(_ value: PropertyValue, _ what: String, _ wanted: String) -> Diagnostic {
    let found = value.text.map { "'\($0)'" } ?? value.kindName
    return Diagnostic(.error, "wrong-type", "\(what) must be \(wanted), not \(found)", at: value.range)
  }

  fileprivate static func unquotedString(_ value: PropertyValue, _ what: String) -> Diagnostic {
    Diagnostic(
      .warning, "unquoted-string",
      "\(what) is a string, but '\(value.text ?? "")' reads as \(value.kindName); quote it",
      at: value.range)
  }

  fileprivate static func constraintViolated(
    _ value: PropertyValue, _ what: String, _ trouble: String, _ constraint: Constraint
  ) -> Diagnostic {
    Diagnostic(
      .error, "constraint", "\(what) \(trouble)", at: value.range,
      suggestion: constraint.name.text == "valid_values"
        ? nearestSpelling(
          to: value.text ?? "", among: (constraint.operand.items ?? []).compactMap(\.text)) : nil)
  }

  fileprivate static func unknownInput(_ name: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-input", "'\(name.text)' is not an input of this template", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known))
  }
}
