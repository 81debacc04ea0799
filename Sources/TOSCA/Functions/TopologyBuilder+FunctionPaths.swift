import Diagnostics

extension TopologyBuilder {
  /// What a call's path leads to.
  private struct Found {
    /// nil when the type is not known.
    var schema: Schema?
    /// How many of the path's names were used.
    var used = 0
    var key: FunctionReferences.Key?
  }

  private enum Outcome {
    case found(Found)
    /// Nothing can be said, because a name comes from another call or a node is chosen later.
    case open
    /// There is no such name; the word, the type that lacks it, and the names that it has.
    case missing(TOSCADocument.Word, ResolvedType, [String])

    /// The same of a path that begins one name earlier.
    var deeper: Outcome {
      guard case .found(var found) = self else { return self }
      found.used += 1
      return .found(found)
    }
  }

  /// How many hosts up HOST is followed.
  private static let mostHosts = 100

  // MARK: Holders

  /// What the first argument of a call names; what means nothing is reported.
  mutating func holder(_ call: PropertyValue.Function, _ context: FunctionContext) -> FunctionContext.Holder {
    guard let name = call.arguments.first?.word else { return .open }
    let meant: FunctionContext.Holder?
    switch name.text {
    case "SELF": meant = context.own
    case "SOURCE": meant = context.source
    case "TARGET": meant = context.target
    case "HOST":
      switch context.own {
      case .node(let id)?: return hosts(of: id).first.map(FunctionContext.Holder.node) ?? .open
      case .type(let type)?: meant = type.kind == .policy || type.kind == .group ? nil : .open
      case .open?: meant = .open
      case nil: meant = nil
      }
    default:
      if let id = topology.node(named: name.text) { return .node(id) }
      if let type = topology.relationshipTemplates[name.text] { return .type(type) }
      if topology.document.groups.contains(where: { $0.name.text == name.text }) { return .open }
      if !context.isDefinition { report(.unknownNode(name, topology), context) }
      return .open
    }
    if let meant { return meant }
    report(.keywordOutOfPlace(name, context), context)
    return .open
  }

  func type(of holder: FunctionContext.Holder) -> ResolvedType? {
    switch holder {
    case .node(let id): topology[id].type.isUnknown ? nil : topology[id].type
    case .type(let type): type.isUnknown ? nil : type
    case .open: nil
    }
  }

  /// The node that a node is hosted on, the host of that, and so on.
  private func hosts(of node: NodeTemplate.ID) -> [NodeTemplate.ID] {
    var hosts: [NodeTemplate.ID] = []
    var current = node
    while hosts.count < Self.mostHosts, let host = host(of: current), host != node, !hosts.contains(host) {
      hosts.append(host)
      current = host
    }
    return hosts
  }

  private func host(of node: NodeTemplate.ID) -> NodeTemplate.ID? {
    topology.requirements(of: node).first { requirement in
      requirement.target != nil
        && (requirement.relationship?.isKind(of: "tosca.relationships.HostedOn")
          ?? (requirement.name.text == "host"))
    }?.target
  }

  // MARK: Properties and attributes

  /// The type of a property or an attribute; one that is not there is reported (4.4.2, 4.5.1).
  mutating func member(_ call: PropertyValue.Function, _ context: FunctionContext) -> Schema? {
    let path = call.arguments.dropFirst()
    let isAttribute = call.name == TOSCAFunction.getAttribute.rawValue
    var holders = [holder(call, context)]
    if call.arguments.first?.text == "HOST", case .node(let id)? = context.own {
      holders = hosts(of: id).map(FunctionContext.Holder.node)
      if holders.isEmpty, let name = call.arguments.first?.word {
        reportMissingHost(name, of: id, context)
        return nil
      }
    }
    var first: Outcome?
    for holder in holders {
      let outcome = locate(path, in: holder, isAttribute: isAttribute)
      switch outcome {
      case .missing: first = first ?? outcome
      case .open: return nil
      case .found(let found):
        // What is below a property is another value: two properties may well get parts of each other.
        if let owner = context.owner, let key = found.key, found.used == path.count {
          functionReferences.add(owner, key, at: call.nameRange)
        }
        guard let schema = found.schema else { return nil }
        let name = path.prefix(found.used).last?.text ?? ""
        return follow(path.dropFirst(found.used), from: schema, name, context)
      }
    }
    if case .missing(let name, let type, let known)? = first {
      reportMissing(name, type, known, isAttribute: isAttribute, context)
    }
    return nil
  }

  /// Looks for the start of a path: through a requirement, in a capability, else in the holder itself.
  private mutating func locate(
    _ path: ArraySlice<PropertyValue>, in holder: FunctionContext.Holder, isAttribute: Bool
  ) -> Outcome {
    guard let type = type(of: holder), let name = path.first?.word else { return .open }
    var node: NodeTemplate.ID?
    if case .node(let id) = holder { node = id }
    var outcome: Outcome?
    if path.count > 1 {
      if let definition = type.requirements.first(where: { $0.name.text == name.text }) {
        outcome = through(definition, path.dropFirst(), node, isAttribute: isAttribute).deeper
      } else if let capability = type.capabilities.first(where: { $0.name.text == name.text }) {
        outcome = inside(capability, path.dropFirst(), node, isAttribute: isAttribute).deeper
      }
      if let outcome {
        guard case .missing = outcome else { return outcome }
      }
    }
    if let schema = schema(of: name.text, in: type, isAttribute: isAttribute) {
      return .found(
        Found(schema: schema, used: 1, key: node.map { FunctionReferences.Key(node: $0, name: name.text) }))
    }
    if let outcome { return outcome }
    var known = names(in: type, isAttribute: isAttribute)
    if path.count > 1 { known += type.requirements.map(\.name.text) + type.capabilities.map(\.name.text) }
    return .missing(name, type, known)
  }

  /// Looks at the other end of a requirement: in the capability that meets it, then in the node.
  private mutating func through(
    _ requirement: RequirementDefinition, _ path: ArraySlice<PropertyValue>, _ node: NodeTemplate.ID?,
    isAttribute: Bool
  ) -> Outcome {
    let stated = node.flatMap { id in
      topology.requirements(of: id).first { $0.name.text == requirement.name.text }
    }
    guard let name = path.first?.word, let stated, let target = stated.target,
      !topology[target].type.isUnknown
    else {
      return .open
    }
    let type = topology[target].type
    // Of several requirements of one name a call may mean one by its number.
    if Int(name.text) != nil { return .open }
    var known: [String] = []
    for capability in type.capabilities where isMet(by: capability, requirement, stated) {
      let outcome = inside(capability, path, target, isAttribute: isAttribute)
      guard case .missing(_, _, let names) = outcome else { return outcome }
      known += names
    }
    if path.count > 1, let capability = type.capabilities.first(where: { $0.name.text == name.text }) {
      return inside(capability, path.dropFirst(), target, isAttribute: isAttribute).deeper
    }
    if path.count > 1, type.requirements.contains(where: { $0.name.text == name.text }) { return .open }
    if let relationship = stated.relationship,
      let schema = schema(of: name.text, in: relationship, isAttribute: isAttribute)
    {
      return .found(Found(schema: schema, used: 1))
    }
    guard let schema = schema(of: name.text, in: type, isAttribute: isAttribute) else {
      return .missing(name, type, known + names(in: type, isAttribute: isAttribute))
    }
    return .found(Found(schema: schema, used: 1, key: FunctionReferences.Key(node: target, name: name.text)))
  }

  private mutating func isMet(
    by capability: CapabilityDefinition, _ requirement: RequirementDefinition, _ stated: Requirement
  ) -> Bool {
    if capability.name.text == requirement.name.text || capability.name.text == stated.capability {
      return true
    }
    guard let wanted = requirement.capability,
      let type = topology.types.type(.capability, wanted, reporting: &log)
    else { return false }
    return topology.types.type(.capability, capability.type, reporting: &log)?.isKind(of: type.name) ?? false
  }

  private mutating func inside(
    _ capability: CapabilityDefinition, _ path: ArraySlice<PropertyValue>, _ node: NodeTemplate.ID?,
    isAttribute: Bool
  ) -> Outcome {
    guard let name = path.first?.word else { return .open }
    guard let type = topology.types.type(.capability, capability.type, reporting: &log), !type.isUnknown
    else {
      return .open
    }
    var schema = capability.properties.first { $0.name.text == name.text }?.schema
    if isAttribute { schema = schema ?? capability.attributes.first { $0.name.text == name.text }?.schema }
    guard let schema = schema ?? self.schema(of: name.text, in: type, isAttribute: isAttribute) else {
      let own = capability.properties + (isAttribute ? capability.attributes : [])
      return .missing(name, type, own.map(\.name.text) + names(in: type, isAttribute: isAttribute))
    }
    let key = node.map {
      FunctionReferences.Key(node: $0, capability: capability.name.text, name: name.text)
    }
    return .found(Found(schema: schema, used: 1, key: key))
  }

  /// Each property is an attribute too (3.6.12); an attribute is no property.
  private func schema(of name: String, in type: ResolvedType, isAttribute: Bool) -> Schema? {
    (isAttribute ? type.attribute(name)?.schema : nil) ?? type.schema(of: name)
  }

  private func names(in type: ResolvedType, isAttribute: Bool) -> [String] {
    (isAttribute ? type.attributes.map(\.name.text) : []) + type.properties.map(\.name.text)
  }

  // MARK: What is not there

  private mutating func reportMissing(
    _ name: TOSCADocument.Word, _ type: ResolvedType, _ known: [String], isAttribute: Bool,
    _ context: FunctionContext
  ) {
    if isAttribute {
      report(.unknownMember("unknown-attribute", "attribute", name, type, known), context)
    } else if type.attribute(name.text) != nil {
      report(.attributeAsProperty(name, type), context)
    } else {
      report(.unknownMember("unknown-property", "property", name, type, known), context)
    }
  }

  /// A node without a host: its host may be chosen later when its type asks for one.
  private mutating func reportMissingHost(
    _ name: TOSCADocument.Word, of node: NodeTemplate.ID, _ context: FunctionContext
  ) {
    let type = topology[node].type
    guard !type.isUnknown else { return }
    for requirement in type.requirements {
      guard let word = requirement.relationship else {
        if requirement.name.text == "host" { return }
        continue
      }
      let relationship = topology.types.type(.relationship, word, reporting: &log)
      if relationship?.isKind(of: "tosca.relationships.HostedOn") ?? true { return }
    }
    report(.noHost(name, topology[node]), context)
  }
}

extension Diagnostic {
  fileprivate static func keywordOutOfPlace(
    _ name: TOSCADocument.Word, _ context: FunctionContext
  ) -> Diagnostic {
    Diagnostic(
      .error, "function-keyword", "'\(name.text)' means nothing in \(context.place); name a node template",
      at: name.range)
  }

  fileprivate static func noHost(_ name: TOSCADocument.Word, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .error, "function-keyword",
      "node template '\(node.name.text)' is hosted on nothing, so there is no 'HOST'",
      at: name.range)
  }

  fileprivate static func attributeAsProperty(_ name: TOSCADocument.Word, _ type: ResolvedType) -> Diagnostic
  {
    Diagnostic(
      .error, "unknown-property",
      "'\(name.text)' is an attribute of type '\(type.name)'; get it with 'get_attribute'", at: name.range)
  }
}
