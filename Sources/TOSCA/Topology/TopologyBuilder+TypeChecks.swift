import Diagnostics

extension TopologyBuilder {
  /// Looks into each type that the template and its imports define, used or not.
  mutating func checkTypes() {
    for document in documents {
      for kind in TypeKind.allCases {
        for (name, _) in document.types[kind] ?? [] {
          for kind in [kind] + TypeKind.allCases where topology.types.isDeclared(kind, name) {
            log.isTolerant = Self.isBorrowed(name)
            _ = topology.types.type(kind, name, reporting: &log)
            break
          }
        }
      }
    }
    for stated in topology.types.takeStated() {
      log.isTolerant = Self.isBorrowed(stated.name)
      check(stated)
    }
    log.isTolerant = false
    reportEndlessTypes()
  }

  /// Whether a type is by its name one of Tacker's or ETSI's: their files have mistakes that no template's author made.
  static func isBorrowed(_ name: TOSCADocument.Word) -> Bool {
    name.text.hasPrefix("tosca.") && (name.text.contains("nfv.") || name.text.contains("tacker"))
  }

  private mutating func check(_ stated: TypeCatalog.Stated) {
    let syntax = stated.syntax
    for property in syntax.properties { check(property, "property") }
    for attribute in syntax.attributes { check(attribute, "attribute") }
    for requirement in syntax.requirements {
      // Where the node type is stated too it says what is meant, and templates that others translate rely on that.
      let isNodeKnown = requirement.node.map { topology.types.exists(.node, $0) } ?? false
      requirement.capability.map { checkCapabilityType($0, isTolerant: isNodeKnown) }
      requirement.node.map { checkType($0, .node) }
      requirement.relationship.map { checkType($0, .relationship) }
    }
    for capability in syntax.capabilities {
      checkCapabilityType(capability.type)
      for property in capability.properties { check(property, "property") }
      for attribute in capability.attributes { check(attribute, "attribute") }
      for source in capability.validSources { checkType(source, .node) }
    }
    for source in syntax.validSources { checkType(source, .node, .relationship) }
    for target in syntax.validTargets { checkType(target, .capability, .node, .interface) }
    for member in syntax.members { checkType(member, .node, .group, .relationship) }
    for artifact in syntax.artifacts { artifact.type.map { checkType($0, .artifact) } }
    for interface in syntax.interfaces where stated.kind != .interface {
      interface.type.map { checkType($0, .interface) }
    }
    for interface in syntax.interfaces {
      for input in interface.inputs + interface.operations.flatMap(\.inputs) {
        input.definition.map { check($0, "input") }
      }
    }
    checkFunctions(of: stated)
    if stated.kind == .data { checkDataType(syntax, stated.parent) }
    checkRefinement(stated)
  }

  /// Reports a name that is no type of any of the kinds.
  mutating func checkType(_ name: TOSCADocument.Word, _ kinds: TypeKind...) {
    if !topology.types.isIncomplete(name), !kinds.contains(where: { topology.types.exists($0, name) }) {
      log.report(.unknownType(name, kinds[0], topology.types))
    }
  }

  /// Tacker has a data type where a capability type belongs.
  private mutating func checkCapabilityType(_ name: TOSCADocument.Word, isTolerant: Bool = false) {
    guard !name.text.isEmpty, !topology.types.exists(.capability, name), !topology.types.isIncomplete(name)
    else {
      return
    }
    if topology.types.exists(.data, name) {
      log.report(.dataTypeAsCapability(name))
    } else {
      log.report(.unknownType(name, .capability, topology.types).asWarning(if: isTolerant))
    }
  }

  // MARK: Refinement (3.6.10.4, 3.7.2.4, 3.7.3.4)

  /// What a type states again must be of the inherited type or of one that derives from it.
  private mutating func checkRefinement(_ stated: TypeCatalog.Stated) {
    guard let parent = stated.parent else { return }
    for property in stated.syntax.properties {
      guard let inherited = parent.property(property.name.text) else { continue }
      switch property.troubleRefining(inherited, derives: { derives($0, from: $1) }) {
      // TOSCA's own types make inherited properties optional.
      case nil, .optional: break
      case .type, .entry, .key:
        log.report(
          .incompatible("property", property.name, inherited.schema.type, inherited.name.range))
      }
    }
    for capability in stated.syntax.capabilities {
      guard let inherited = parent.capabilities.first(where: { $0.name.text == capability.name.text }),
        !derives(capability.type, .capability, from: inherited.type)
      else { continue }
      // Many templates give an inherited capability a type of its own; nobody refuses that.
      log.report(
        .incompatible("capability", capability.type, inherited.type.text, inherited.name.range).asWarning())
    }
  }

  /// Whether a data type is another or derives from it; TOSCA's own types derive from nothing.
  private mutating func derives(_ own: Schema, from other: Schema) -> Bool {
    if let primitive = other.primitive {
      if own.primitive == primitive { return true }
      let type = topology.types.type(.data, own.typeName, reporting: &log)
      return type == nil || type?.isUnknown == true || type?.primitive == other.type
    }
    guard own.primitive == nil else { return false }
    return derives(own.typeName, .data, from: other.typeName)
  }

  /// Whether one type is another or derives from it; an unknown one is given the benefit of the doubt.
  mutating func derives(
    _ name: TOSCADocument.Word, _ kind: TypeKind, from base: TOSCADocument.Word
  ) -> Bool {
    if name.text == base.text { return true }
    guard let type = topology.types.type(kind, name, reporting: &log),
      let wanted = topology.types.type(kind, base, reporting: &log)
    else { return true }
    return type.isUnknown || type.isKind(of: wanted.name)
  }
}

extension Diagnostic {
  fileprivate static func dataTypeAsCapability(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(
      .warning, "data-type-as-capability",
      "'\(name.text)' is a data type; it is taken as a capability type, as Tacker takes it", at: name.range)
  }

  fileprivate static func incompatible(
    _ what: String, _ name: TOSCADocument.Word, _ wanted: String, _ inherited: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "incompatible-refinement",
      "\(what) '\(name.text)' does not refine the inherited one, whose type is '\(wanted)'", at: name.range,
      notes: [Note("inherited from here", at: inherited)])
  }
}
