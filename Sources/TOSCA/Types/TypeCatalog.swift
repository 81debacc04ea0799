import Diagnostics
import YAML

/// All types that a template can name: those of its profile, of its imports and its own.
///
/// A type is resolved when it is first asked for, so that a template pays only for the types it uses.
package struct TypeCatalog: Sendable {
  struct Name: Hashable {
    let kind: TypeKind
    let text: String
  }

  /// Where a type is written.
  struct Declaration {
    let tree: YAMLTree
    let name: TOSCADocument.Word
    let index: YAMLTree.Index
    let isBuiltIn: Bool
  }

  /// How many types may derive from each other in a row.
  private static let longestDerivation = 100

  private(set) var declarations: [Name: Declaration] = [:]
  private var resolved: [Name: ResolvedType] = [:]
  /// The types that are being resolved; one that comes up again derives from itself.
  private var inProgress: Set<Name> = []

  /// Adds the types of a document; one of the user's replaces one of the profile.
  mutating func add(_ document: TOSCADocument, isBuiltIn: Bool, reporting log: inout DiagnosticLog) {
    for kind in TypeKind.allCases {
      for (name, index) in document.types[kind] ?? [] {
        let declaration = Declaration(tree: document.tree, name: name, index: index, isBuiltIn: isBuiltIn)
        let key = Name(kind: kind, text: name.text)
        if let earlier = declarations[key], !earlier.isBuiltIn, !isBuiltIn {
          log.report(.typeDefinedTwice(name, kind, earlier.name.range))
          continue
        }
        declarations[key] = declaration
      }
    }
  }

  /// The type of a name, or of its short form such as `Compute` or `tosca:Compute` (5.1); nil when there is none.
  mutating func type(_ kind: TypeKind, _ name: String, reporting log: inout DiagnosticLog) -> ResolvedType? {
    let given = Name(kind: kind, text: name)
    if let known = resolved[given] { return known }
    guard let key = fullName(kind, name) else { return nil }
    if let known = resolved[key] {
      resolved[given] = known
      return known
    }
    guard let declaration = declarations[key], inProgress.count < Self.longestDerivation,
      inProgress.insert(key).inserted
    else { return nil }
    defer { inProgress.remove(key) }
    let type = resolve(key, declaration, reporting: &log)
    resolved[key] = type
    return type
  }

  /// A type that was resolved while the topology was made.
  package func known(_ kind: TypeKind, _ name: String) -> ResolvedType? {
    fullName(kind, name).flatMap { resolved[$0] }
  }

  /// The names of all types of a kind.
  func names(_ kind: TypeKind) -> [String] {
    declarations.keys.filter { $0.kind == kind }.map(\.text)
  }

  private func fullName(_ kind: TypeKind, _ name: String) -> Name? {
    let plain = Name(kind: kind, text: name)
    if declarations[plain] != nil { return plain }
    let short = name.hasPrefix("tosca:") ? String(name.dropFirst("tosca:".count)) : name
    for prefix in Self.prefixes[kind] ?? [] {
      let candidate = Name(kind: kind, text: prefix + short)
      if declarations[candidate] != nil { return candidate }
    }
    return nil
  }

  private static let prefixes: [TypeKind: [String]] = [
    .node: ["tosca.nodes.", "tosca.nodes.network.", "tosca.nodes.Storage."],
    .relationship: ["tosca.relationships.", "tosca.relationships.network."],
    .capability: ["tosca.capabilities.", "tosca.capabilities.network."],
    .data: ["tosca.datatypes.", "tosca.datatypes.network."],
    .interface: ["tosca.interfaces.", "tosca.interfaces.node.lifecycle.", "tosca.interfaces.relationship."],
    .artifact: ["tosca.artifacts."],
    .group: ["tosca.groups."],
    .policy: ["tosca.policies."],
  ]

  private mutating func resolve(
    _ key: Name, _ declaration: Declaration, reporting log: inout DiagnosticLog
  ) -> ResolvedType {
    var reader = SectionReader(tree: declaration.tree, log: log)
    let syntax = TypeSyntax(declaration.name, key.kind, reading: declaration.index, reader: &reader)
    log = reader.log
    var parent: ResolvedType?
    var primitive: String?
    if let name = syntax.parent {
      parent = type(key.kind, name.text, reporting: &log)
      if parent == nil, key.kind == .data, PrimitiveType.names.contains(name.text) {
        primitive = name.text
      } else if parent == nil, !declaration.isBuiltIn {
        if fullName(key.kind, name.text) == nil {
          log.report(.unknownType(name, key.kind, self))
        } else if inProgress.count >= Self.longestDerivation {
          log.report(.derivationTooLong(name, Self.longestDerivation))
        } else {
          log.report(.derivationCycle(declaration.name, key.kind))
        }
      }
    }
    let capabilities = override(parent?.capabilities ?? [], with: syntax.capabilities) { $0.name.text }
    var offers = parent?.offers ?? []
    for capability in syntax.capabilities {
      offers.formUnion(type(.capability, capability.type, reporting: &log)?.ancestors ?? [])
    }
    return ResolvedType(
      name: key.text, kind: key.kind, range: declaration.name.range,
      ancestors: [key.text] + (parent?.ancestors ?? []),
      properties: override(parent?.properties ?? [], with: syntax.properties) { $0.name.text },
      attributes: override(parent?.attributes ?? [], with: syntax.attributes) { $0 },
      requirements: override(parent?.requirements ?? [], with: syntax.requirements) { $0.name.text },
      capabilities: capabilities, offers: offers,
      constraints: (parent?.constraints ?? []) + syntax.constraints,
      entry: syntax.entry.isEmpty ? parent?.entry ?? [] : syntax.entry,
      key: syntax.key.isEmpty ? parent?.key ?? [] : syntax.key,
      primitive: primitive ?? parent?.primitive)
  }
}

/// The inherited members with those of the same name replaced, and the new ones after them.
private func override<Member>(
  _ inherited: [Member], with own: [Member], name: (Member) -> String
) -> [Member] {
  guard !own.isEmpty else { return inherited }
  let replaced = Dictionary(own.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
  let known = Set(inherited.map(name))
  return inherited.map { replaced[name($0)] ?? $0 } + own.filter { !known.contains(name($0)) }
}

extension Diagnostic {
  /// A name that is no type of the kind that the place asks for.
  static func unknownType(
    _ name: TOSCADocument.Word, _ kind: TypeKind, _ catalog: TypeCatalog
  ) -> Diagnostic {
    Diagnostic(
      .error, "unknown-type", "'\(name.text)' is not a known \(kind.noun)", at: name.range,
      suggestion: nearestSpelling(to: name.text, among: catalog.names(kind)))
  }

  fileprivate static func typeDefinedTwice(
    _ name: TOSCADocument.Word, _ kind: TypeKind, _ earlier: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-type", "\(kind.noun) '\(name.text)' is defined a second time; the first one is used",
      at: name.range, notes: [Note("the first definition", at: earlier)])
  }

  fileprivate static func derivationTooLong(_ name: TOSCADocument.Word, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "type-chain", "over \(limit) types derive from each other here; '\(name.text)' is not followed",
      at: name.range)
  }

  fileprivate static func derivationCycle(_ name: TOSCADocument.Word, _ kind: TypeKind) -> Diagnostic {
    Diagnostic(.error, "type-cycle", "\(kind.noun) '\(name.text)' derives from itself", at: name.range)
  }
}
