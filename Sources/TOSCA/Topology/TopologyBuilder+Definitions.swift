import Diagnostics
import TextForms

extension TopologyBuilder {
  /// Checks a definition: its types, its constraints, and the values that it gives itself.
  mutating func check(_ definition: PropertyDefinition, _ noun: String) {
    check(definition.schema)
    let name = definition.name.text
    if let value = definition.defaultValue {
      check(value, against: definition.schema, of: "the default of \(noun) '\(name)'")
    }
    if let value = definition.value {
      check(value, against: definition.schema, of: "the value of \(noun) '\(name)'")
    }
  }

  /// Reports a schema that names no type, and constraints that say nothing of it.
  mutating func check(_ schema: Schema) {
    for inner in schema.entry { check(inner) }
    for inner in schema.key { check(inner) }
    guard !schema.isMalformed else { return }
    var primitive = schema.primitive
    var inherited: [Constraint] = []
    var typeName = schema.type
    if primitive == nil {
      guard let type = dataType(of: schema) else {
        if !topology.types.isIncomplete(schema.typeName) {
          log.report(.unknownDataType(schema, topology.types))
        }
        return
      }
      guard !type.isUnknown || type.base != nil else { return }
      primitive = type.base
      (inherited, typeName) = (type.constraints, type.name)
    }
    checkEntries(schema.entry, schema.key, of: primitive, typeName)
    check(schema.constraints, after: inherited, primitive, typeName)
  }

  /// Checks what a data type says beside its properties (3.7.6).
  mutating func checkDataType(_ syntax: TypeSyntax, _ parent: ResolvedType?) {
    let base = parent?.base ?? syntax.parent.flatMap { PrimitiveType(named: $0.text) }
    let (entry, key) = (syntax.entry.map { [$0] } ?? [], syntax.key.map { [$0] } ?? [])
    for schema in entry + key { check(schema) }
    let name = syntax.parent?.text ?? "tosca.datatypes.Root"
    guard base != nil || parent != nil || syntax.parent == nil, parent?.isUnknown != true else { return }
    checkEntries(entry, key, of: base, name)
    check(syntax.constraints, after: parent?.constraints ?? [], base, name)
    if let base, let name = syntax.parent, let property = syntax.properties.first {
      log.report(.propertiesOfPrimitive(property, base, at: name.range))
    }
  }

  private mutating func checkEntries(
    _ entry: [Schema], _ key: [Schema], of type: PrimitiveType?, _ name: String
  ) {
    if type != .list, type != .map, let schema = entry.first {
      log.report(.unusedEntrySchema("entry_schema", schema, name))
    }
    if type != .map, let schema = key.first {
      log.report(.unusedEntrySchema("key_schema", schema, name))
    }
  }

  private mutating func check(
    _ constraints: [Constraint], after inherited: [Constraint], _ type: PrimitiveType?, _ name: String
  ) {
    guard !constraints.isEmpty else { return }
    guard let type else {
      for constraint in constraints where ![.equal, .validValues].contains(constraint.comparison) {
        log.report(.constraintNotApplicable(constraint, "a value of type '\(name)'"))
      }
      return
    }
    var isRight = true
    for constraint in constraints {
      if !constraint.applies(to: type) {
        log.report(.constraintNotApplicable(constraint, type.rawValue))
      } else if let wanted = constraint.troubleOfOperand(type) {
        log.report(.wrongOperand(constraint, wanted))
      } else if constraint.isBackwards(type) {
        log.report(.backwardsRange(constraint))
      } else {
        checkExpression(constraint)
        continue
      }
      isRight = false
    }
    if isRight, let (first, second) = Constraint.contradiction(in: inherited + constraints, type) {
      log.report(.contradiction(first, second))
    }
  }

  private mutating func checkExpression(_ constraint: Constraint) {
    switch constraint.comparison {
    case .pattern:
      guard let text = constraint.operand.text else { return }
      switch patterns.pattern(text) {
      case .success: break
      case .failure(.wrong(let reason)): log.report(.wrongPattern(constraint, reason))
      case .failure(.unchecked): reportUncheckedPattern(constraint)
      }
    case .schema: log.report(.schemaUnchecked(constraint))
    default: break
    }
  }

  // MARK: Types without end

  /// Reports data types of which no value can be given, because each needs another one inside of it.
  mutating func reportEndlessTypes() {
    var finished: Set<String> = []
    for (name, _) in documents.flatMap({ $0.types[.data] ?? [] }) {
      guard let type = topology.types.type(.data, name, reporting: &log) else { continue }
      follow(type, &finished)
    }
  }

  /// Goes down the required properties, without recursion: a chain of types may be long.
  private mutating func follow(_ first: ResolvedType, _ finished: inout Set<String>) {
    guard !finished.contains(first.name) else { return }
    func demanded(_ type: ResolvedType) -> [PropertyDefinition] {
      type.base == nil ? type.demandedProperties : []
    }
    var path = [(type: first, properties: demanded(first), next: 0)]
    var open: Set<String> = [first.name]
    while let (type, properties, next) = path.last {
      guard next < properties.count else {
        path.removeLast()
        open.remove(type.name)
        finished.insert(type.name)
        continue
      }
      path[path.count - 1].next += 1
      guard properties[next].schema.primitive == nil, let inner = dataType(of: properties[next].schema) else {
        continue
      }
      if open.contains(inner.name) {
        log.report(.endlessType(properties[next], inner))
      } else if !finished.contains(inner.name) {
        path.append((inner, demanded(inner), 0))
        open.insert(inner.name)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func constraintNotApplicable(_ constraint: Constraint, _ what: String) -> Diagnostic {
    Diagnostic(
      .error, "constraint-type", "'\(constraint.name.text)' says nothing of \(what)",
      at: constraint.name.range)
  }

  fileprivate static func wrongOperand(_ constraint: Constraint, _ wanted: String) -> Diagnostic {
    Diagnostic(
      .error, "constraint-operand",
      "'\(constraint.name.text)' asks for \(wanted), not \(constraint.operand.items == nil ? constraint.operand.shown : "[\(constraint.shownOperand)]")",
      at: constraint.operand.range)
  }

  fileprivate static func backwardsRange(_ constraint: Constraint) -> Diagnostic {
    Diagnostic(
      .error, "constraint-operand",
      "the lower bound of [\(constraint.shownOperand)] is over the upper one; write the lower bound first",
      at: constraint.operand.range)
  }

  fileprivate static func wrongPattern(_ constraint: Constraint, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "constraint-pattern",
      "'\(constraint.shownOperand)' is no regular expression: \(reason)", at: constraint.operand.range)
  }

  fileprivate static func schemaUnchecked(_ constraint: Constraint) -> Diagnostic {
    Diagnostic(
      .info, "schema-not-checked", "values are not held against a JSON schema yet", at: constraint.name.range)
  }

  fileprivate static func contradiction(_ first: Constraint, _ second: Constraint) -> Diagnostic {
    Diagnostic(
      .error, "constraints-contradict",
      "no value can meet '\(second.name.text): \(second.shownOperand)' and '\(first.name.text): \(first.shownOperand)'",
      at: second.name.range, notes: [Note("the other constraint", at: first.name.range)])
  }

  fileprivate static func unusedEntrySchema(_ key: String, _ schema: Schema, _ type: String) -> Diagnostic {
    Diagnostic(
      .warning, "unused-entry-schema",
      "'\(key)' says nothing of a value of type '\(type)', which is no \(key == "key_schema" ? "map" : "list or map")",
      at: schema.typeRange)
  }

  fileprivate static func propertiesOfPrimitive(
    _ property: PropertyDefinition, _ primitive: PrimitiveType, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "primitive-with-properties",
      "a data type that derives from '\(primitive.rawValue)' cannot have a property such as "
        + "'\(property.name.text)'", at: range, notes: [Note("the property", at: property.name.range)])
  }

  fileprivate static func endlessType(_ property: PropertyDefinition, _ type: ResolvedType) -> Diagnostic {
    Diagnostic(
      .error, "endless-type",
      "no value of data type '\(type.name)' can be given: the required property '\(property.name.text)' asks for "
        + "another '\(type.name)' inside of it", at: property.name.range)
  }
}
