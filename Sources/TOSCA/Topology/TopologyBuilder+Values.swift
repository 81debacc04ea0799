import Diagnostics
import TextForms

extension TopologyBuilder {
  /// Checks the values that a template gives against the properties of a type, and that none is missing.
  ///
  /// What a misspelt name most likely means is not missing as well.
  mutating func check(
    _ assignments: [Assignment], of what: @autoclosure () -> String, _ name: TOSCADocument.Word,
    against type: ResolvedType, isComplete: Bool = true
  ) {
    var meant: Set<String> = []
    for assignment in assignments {
      guard let schema = type.schema(of: assignment.name.text) else {
        guard !type.isUnknown else { continue }
        let finding = Diagnostic.unknownMember(
          "unknown-property", "property", assignment.name, type, type.properties.map(\.name.text))
        finding.suggestion.map { _ = meant.insert($0) }
        log.report(finding)
        continue
      }
      check(assignment.value, against: schema, of: "property '\(assignment.name.text)'")
    }
    guard isComplete else { return }
    for property in type.demandedProperties
    where !meant.contains(property.name.text)
      && !assignments.contains(where: { $0.name.text == property.name.text && $0.isGiven(property.schema) })
    {
      log.report(.missingProperty(property, of: what(), name, type))
    }
  }

  /// The type of a schema that TOSCA does not define itself; nil when there is none.
  mutating func dataType(of schema: Schema) -> ResolvedType? {
    topology.types.type(.data, schema.typeName, reporting: &log)
  }

  /// Checks one value; a call of a function fits every type here, and so does nothing at all.
  mutating func check(_ value: PropertyValue, against schema: Schema, of what: @autoclosure () -> String) {
    switch value.content {
    case .null, .function: return
    default: break
    }
    guard !schema.isMalformed else { return }
    if let primitive = schema.primitive {
      check(value, primitive, schema, nil, of: what())
      return
    }
    guard let type = dataType(of: schema) else {
      if !topology.types.isIncomplete(schema.typeName) {
        log.report(.unknownDataType(schema, topology.types))
      }
      return
    }
    if let primitive = type.base {
      check(value, primitive, schema, type, of: what())
      return
    }
    guard !type.properties.isEmpty else { return }
    guard let entries = value.entries else {
      guard !type.isUnknown else { return }
      log.report(.wrongType(value, what(), "a map of type '\(type.name)'"))
      return
    }
    if let (name, meant) = value.misspeltFunction, name.text.hasPrefix("get_"),
      type.property(name.text) == nil
    {
      log.report(.unknownFunction(name, meant))
      return
    }
    let assignments = entries.map {
      Assignment(name: TOSCADocument.Word(text: $0.key, range: $0.keyRange), value: $0.value)
    }
    check(assignments, of: what(), TOSCADocument.Word(text: schema.type, range: value.range), against: type)
  }

  /// Checks a value of a type of TOSCA's own, or of a data type that derives from one.
  private mutating func check(
    _ value: PropertyValue, _ primitive: PrimitiveType, _ schema: Schema, _ type: ResolvedType?,
    of what: @autoclosure () -> String
  ) {
    guard value.fits(primitive) else {
      reportMisfit(value, primitive, of: what())
      return
    }
    switch (primitive, value.content) {
    case (.list, .list(let items)):
      guard let entry = schema.entry.first ?? type?.entry.first else { break }
      for item in items { check(item, against: entry, of: "an item of \(what())") }
    case (.map, .map(let entries)):
      let (key, entry) = (schema.key.first ?? type?.key.first, schema.entry.first ?? type?.entry.first)
      for pair in entries {
        if let key {
          check(PropertyValue(.string(pair.key), at: pair.keyRange), against: key, of: "a key of \(what())")
        }
        if let entry { check(pair.value, against: entry, of: "'\(pair.key)' of \(what())") }
      }
    case (.range, _) where value.isEmptyRange: log.report(.emptyRange(value, what()))
    case (.string, .integer), (.string, .number), (.string, .bool): log.report(.unquotedString(value, what()))
    case (.json, .string(let text)) where PropertyValue.isJSON(text) == false:
      log.report(.notJSON(value, what()))
    default: break
    }
    if !schema.constraints.isEmpty { hold(value, to: schema.constraints, primitive, of: what()) }
    if let type, !type.constraints.isEmpty { hold(value, to: type.constraints, primitive, of: what()) }
  }

  private mutating func reportMisfit(_ value: PropertyValue, _ type: PrimitiveType, of what: String) {
    if let (name, meant) = value.misspeltFunction {
      log.report(.unknownFunction(name, meant))
    } else if type.dimension != nil, value.number != nil {
      log.report(.unitMissing(value, what, type))
    } else {
      log.report(.wrongType(value, what, type.phrase))
    }
  }

  private mutating func hold(
    _ value: PropertyValue, to constraints: [Constraint], _ type: PrimitiveType,
    of what: @autoclosure () -> String
  ) {
    for constraint in constraints {
      if constraint.comparison == .pattern {
        guard let pattern = constraint.operand.text, let text = value.text else { continue }
        switch patterns.matches(pattern, text) {
        case true?: continue
        case false?: log.report(.constraintViolated(value, what(), "must match '\(pattern)'", constraint))
        case nil: reportUncheckedPattern(constraint)
        }
      } else if let trouble = constraint.trouble(with: value, type) {
        log.report(.constraintViolated(value, what(), trouble, constraint))
      }
    }
  }

  /// Says once of a pattern that no value is held against it; one that is no pattern was reported at its definition.
  mutating func reportUncheckedPattern(_ constraint: Constraint) {
    guard let text = constraint.operand.text else { return }
    switch patterns.pattern(text) {
    case .failure(.wrong): break
    case .failure(.unchecked(let reason)): log.report(.patternUnchecked(constraint, reason))
    case .success: log.report(.patternUnchecked(constraint, "matching a value takes too many steps"))
    }
  }
}

extension Assignment {
  /// Whether this gives a value to a property; nothing at all is a value of the type `null` only.
  fileprivate func isGiven(_ schema: Schema) -> Bool {
    !value.isNull || schema.primitive == .null
  }
}

extension Diagnostic {
  static func wrongType(_ value: PropertyValue, _ what: String, _ wanted: String) -> Diagnostic {
    Diagnostic(.error, "wrong-type", "\(what) must be \(wanted), not \(value.shown)", at: value.range)
  }

  static func unknownDataType(_ schema: Schema, _ types: TypeCatalog) -> Diagnostic {
    Diagnostic(
      .error, "unknown-type", "'\(schema.type)' is not a known data type", at: schema.typeRange,
      suggestion: nearestSpelling(
        to: schema.type, among: PrimitiveType.names + types.names(.data, in: schema.typeRange.file)))
  }

  static func unknownFunction(_ name: TOSCADocument.Word, _ meant: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-function", "'\(name.text)' is not a function of TOSCA", at: name.range,
      suggestion: meant)
  }

  fileprivate static func missingProperty(
    _ property: PropertyDefinition, of what: String, _ name: TOSCADocument.Word, _ type: ResolvedType
  ) -> Diagnostic {
    Diagnostic(
      .error, "missing-property",
      "\(what) has no value for '\(property.name.text)', which type '\(type.name)' requires", at: name.range)
  }

  fileprivate static func unquotedString(_ value: PropertyValue, _ what: String) -> Diagnostic {
    Diagnostic(
      .warning, "unquoted-string",
      "\(what) is a string, but '\(value.text ?? "")' reads as \(value.kindName); quote it",
      at: value.range)
  }

  fileprivate static func unitMissing(
    _ value: PropertyValue, _ what: String, _ type: PrimitiveType
  ) -> Diagnostic {
    Diagnostic(
      .error, "unit-missing", "\(what) must be \(type.phrase), but \(value.shown) has no unit",
      at: value.range)
  }

  fileprivate static func emptyRange(_ value: PropertyValue, _ what: String) -> Diagnostic {
    Diagnostic(
      .error, "empty-range",
      "\(what) is a range whose lower bound is over its upper one; write the lower bound first",
      at: value.range)
  }

  fileprivate static func notJSON(_ value: PropertyValue, _ what: String) -> Diagnostic {
    Diagnostic(.error, "not-json", "\(what) must be JSON, but this text is none", at: value.range)
  }

  fileprivate static func patternUnchecked(_ constraint: Constraint, _ reason: String) -> Diagnostic {
    Diagnostic(
      .info, "pattern-not-checked", "values are not held against this pattern: \(reason)",
      at: constraint.operand.range)
  }

  fileprivate static func constraintViolated(
    _ value: PropertyValue, _ what: String, _ trouble: String, _ constraint: Constraint
  ) -> Diagnostic {
    Diagnostic(
      .error, "constraint", "\(what) \(trouble)", at: value.range,
      suggestion: constraint.comparison == .validValues
        ? nearestSpelling(
          to: value.text ?? "", among: (constraint.operand.items ?? []).compactMap(\.text)) : nil)
  }
}
