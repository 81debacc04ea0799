import Diagnostics

extension TopologyBuilder {
  /// Checks the calls of functions in a value (TOSCA Simple Profile 1.3, chapter 4): the functions, their arguments,
  /// what these name, and whether the results fit the schema of the value, where there is one.
  mutating func checkFunctions(
    in value: PropertyValue, context: FunctionContext, against schema: Schema? = nil,
    of what: @autoclosure () -> String = "this value"
  ) {
    switch value.content {
    case .null, .bool, .integer, .number, .string: return
    case .list(let items):
      for item in items where item.mayCall {
        checkFunctions(in: item, context: context, against: part(nil, of: schema), of: "an item of \(what())")
      }
    case .map(let entries):
      if schema == nil, let (name, meant) = value.misspeltFunction, name.text.hasPrefix("get_") {
        report(.unknownFunction(name, meant), context)
      }
      for entry in entries where entry.value.mayCall {
        checkFunctions(
          in: entry.value, context: context, against: part(entry.key, of: schema),
          of: "'\(entry.key)' of \(what())")
      }
    case .function(let call):
      guard let result = result(of: call, context), let schema else { return }
      if let trouble = mismatch(result, schema) {
        report(.wrongResult(call, value.range, what(), trouble, result), context)
      }
    }
  }

  /// Checks the calls in the values of properties whose schemas a type has.
  mutating func checkFunctions(
    in assignments: [Assignment], of type: ResolvedType, context: (_ name: String) -> FunctionContext
  ) {
    for assignment in assignments where assignment.value.mayCall {
      let name = assignment.name.text
      checkFunctions(
        in: assignment.value, context: context(name),
        against: type.schema(of: name) ?? type.attribute(name)?.schema, of: "property '\(name)'")
    }
  }

  /// Checks the calls in the inputs of interfaces and of their operations.
  mutating func checkFunctions(in interfaces: [InterfaceSyntax], context: FunctionContext) {
    for interface in interfaces {
      for input in interface.inputs + (interface.operations + interface.notifications).flatMap(\.inputs) {
        guard let value = input.value, value.mayCall else { continue }
        checkFunctions(
          in: value, context: context, against: input.definition?.schema, of: "input '\(input.name.text)'")
      }
    }
  }

  /// Reports a finding, unless the value is only looked at again.
  mutating func report(_ finding: Diagnostic, _ context: FunctionContext) {
    if !context.isSilent { log.report(finding) }
  }

  // MARK: Calls

  /// The type of what a call gives, as far as it is known; checks the call.
  private mutating func result(of call: PropertyValue.Function, _ context: FunctionContext) -> Schema? {
    for argument in call.arguments where argument.mayCall {
      checkFunctions(in: argument, context: context)
    }
    guard let function = TOSCAFunction(rawValue: call.name) else { return nil }
    guard function.accepts(call) else {
      report(.wrongArguments(call, function), context)
      return nil
    }
    guard context.allows(function) else {
      report(.functionOutOfPlace(call, context), context)
      return nil
    }
    switch function {
    case .getInput: return input(call, context)
    case .getProperty, .getAttribute: return member(call, context)
    case .getOperationOutput: checkOperation(call, context)
    case .getArtifact: checkArtifact(call, context)
    case .getNodesOfType:
      guard let name = call.arguments.first?.word, !topology.types.exists(.node, name) else { return nil }
      if !topology.types.isIncomplete(name) { report(.unknownType(name, .node, topology.types), context) }
    case .concat, .join, .token: return Schema(type: "string", typeRange: call.nameRange)
    }
    return nil
  }

  private mutating func input(_ call: PropertyValue.Function, _ context: FunctionContext) -> Schema? {
    guard let name = call.arguments.first?.word, !context.isDefinition else { return nil }
    let inputs = topology.document.inputs
    let places =
      functionReferences.inputs
      ?? Dictionary(inputs.enumerated().map { ($1.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    functionReferences.inputs = places
    guard let place = places[name.text] else {
      report(.unknownInput(name, inputs.map(\.name.text)), context)
      return nil
    }
    if let owner = context.owner, owner.isInput {
      functionReferences.add(owner, FunctionReferences.Key(input: name.text), at: name.range)
    }
    return follow(call.arguments.dropFirst(), from: inputs[place].definition.schema, name.text, context)
  }

  private mutating func checkOperation(_ call: PropertyValue.Function, _ context: FunctionContext) {
    guard let type = type(of: holder(call, context)), let name = call.arguments[1].word else { return }
    let interfaces = type.interfaces.filter { interface in
      interface.name.text == name.text || (interface.type ?? interface.name).text.hasSuffix(".\(name.text)")
        || interface.type?.text == name.text
    }
    guard !interfaces.isEmpty else {
      if !type.interfaces.isEmpty {
        report(
          .unknownMember("unknown-interface", "interface", name, type, type.interfaces.map(\.name.text)),
          context)
      }
      return
    }
    let known = interfaces.flatMap { operations(of: $0) }
    guard let operation = call.arguments[2].word, !known.isEmpty, !known.contains(operation.text) else {
      return
    }
    report(.unknownOperationOutput(operation, name, known), context)
  }

  private mutating func checkArtifact(_ call: PropertyValue.Function, _ context: FunctionContext) {
    let holder = holder(call, context)
    guard let type = type(of: holder), let name = call.arguments[1].word else { return }
    var known = type.artifacts.compactMap(\.name?.text)
    if case .node(let id) = holder { known += topology[id].artifacts.compactMap(\.name?.text) }
    if !known.contains(name.text) { report(.unknownArtifact(name, type, known), context) }
  }

  // MARK: Results

  /// What a result is and should not be, in words; nil when it may fit.
  private mutating func mismatch(_ result: Schema, _ wanted: Schema) -> String? {
    guard let own = shape(of: result), let other = shape(of: wanted), !own.fits(other) else { return nil }
    return wanted.primitive?.phrase ?? "of type '\(wanted.type)'"
  }

  private mutating func shape(of schema: Schema) -> ResultShape? {
    if let primitive = schema.primitive { return ResultShape(primitive) }
    guard let type = dataType(of: schema) else { return nil }
    return type.base.map(ResultShape.init) ?? (type.properties.isEmpty ? nil : .map)
  }
}

/// What kind of value a result is, as roughly as no one can mean another.
private enum ResultShape {
  case flag, number, text, list, map
  case any

  init(_ type: PrimitiveType) {
    self =
      switch type {
      case .boolean: .flag
      case .integer, .float: .number
      case .string, .version, .timestamp, .size, .time, .frequency, .bitrate: .text
      case .list, .range: .list
      case .map: .map
      case .json, .xml, .null: .any
      }
  }

  /// A text may hold a number or a flag, and any of these can be made a text.
  func fits(_ other: ResultShape) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any): true
    case (.text, .flag), (.text, .number), (.flag, .text), (.number, .text): true
    default: self == other
    }
  }
}

extension PropertyValue {
  /// Whether a call may be in the value.
  var mayCall: Bool {
    switch content {
    case .null, .bool, .integer, .number, .string: false
    case .list, .map, .function: true
    }
  }

  /// A scalar with its place; nil for other values.
  package var word: TOSCADocument.Word? {
    text.map { TOSCADocument.Word(text: $0, range: range) }
  }
}

extension Diagnostic {
  fileprivate static func unknownInput(_ name: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-input", "'\(name.text)' is not an input of this template", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func wrongArguments(
    _ call: PropertyValue.Function, _ function: TOSCAFunction
  ) -> Diagnostic {
    Diagnostic(
      .error, "function-arguments",
      "these are not the arguments of '\(call.name)', which is written '\(function.signature)'",
      at: call.nameRange)
  }

  fileprivate static func functionOutOfPlace(
    _ call: PropertyValue.Function, _ context: FunctionContext
  ) -> Diagnostic {
    Diagnostic(
      .error, "function-place",
      "'\(call.name)' cannot be called in \(context.place), whose value is known before any node is",
      at: call.nameRange)
  }

  fileprivate static func wrongResult(
    _ call: PropertyValue.Function, _ range: SourceRange, _ what: String, _ wanted: String, _ result: Schema
  ) -> Diagnostic {
    let gives = result.primitive?.phrase ?? "a value of type '\(result.type)'"
    return Diagnostic(
      .error, "wrong-type", "\(what) must be \(wanted), but this call of '\(call.name)' gives \(gives)",
      at: range,
      notes: result.typeRange == call.nameRange ? [] : [Note("the type is given here", at: result.typeRange)])
  }

  fileprivate static func unknownOperationOutput(
    _ name: TOSCADocument.Word, _ interface: TOSCADocument.Word, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-operation", "interface '\(interface.text)' has no operation '\(name.text)'",
      at: name.range, suggestion: nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func unknownArtifact(
    _ name: TOSCADocument.Word, _ type: ResolvedType, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-artifact", "this node, of type '\(type.name)', has no artifact '\(name.text)'",
      at: name.range, suggestion: nearestSpelling(to: name.text, among: known))
  }
}
