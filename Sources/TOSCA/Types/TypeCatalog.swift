import Diagnostics
import YAML

/// All types that a template can name: those of its profile, of its imports and its own.
///
/// A name is looked up in the scope of the file where it is written (TOSCA Simple Profile 1.3, 3.1 and 3.6.8): files
/// that import each other share a scope; a file that is imported under a prefix has one of its own. A type is resolved
/// when it is first asked for, so that a template pays only for the types it uses.
package struct TypeCatalog: Sendable {
  /// A set of files whose types know each other without a prefix.
  struct Scope: Hashable {
    let offset: Int

    /// The names of one kind in a scope.
    fileprivate struct Names: Hashable {
      let scope: Scope
      let kind: TypeKind
    }
  }

  struct Name: Hashable {
    let scope: Scope
    let kind: TypeKind
    let text: String
  }

  /// Where a type is written.
  struct Declaration {
    let tree: YAMLTree
    let grammar: Grammar
    let isNFV: Bool
    let name: TOSCADocument.Word
    let index: YAMLTree.Index
  }

  /// A type of the user's with what it states itself, to be looked into once.
  struct Stated {
    let type: ResolvedType
    let kind: TypeKind
    let name: TOSCADocument.Word
    let syntax: TypeSyntax
    let parent: ResolvedType?
  }

  private struct ScopeContents {
    /// The scopes whose names need a prefix; files that are imported under one prefix share it.
    var prefixed: [String: [Scope]] = [:]
    /// The other scopes whose names need none.
    var opened: [Scope] = []
    /// Whether an import of these files could not be read, which was reported.
    var isIncomplete = false
  }

  /// How many types may derive from each other in a row.
  private static let longestDerivation = 100
  /// The scope of the types that come with the version.
  static let builtIn = Scope(offset: 0)

  private(set) var declarations: [Name: Declaration] = [:]
  /// The names of ``declarations`` in their order.
  private var ownNames: [Scope.Names: [String]] = [:]
  /// The types that stand in the section of a kind that they are not of, which was reported.
  private var misplaced: Set<Name> = []
  private var scopes: [ScopeContents] = [ScopeContents()]
  /// The scope of each file, by the file's place in the log.
  private var scopesOfFiles: [Scope] = []
  private var resolved: [Name: ResolvedType] = [:]
  /// The types that are being resolved; one that comes up again derives from itself.
  private var inProgress: Set<Name> = []
  private var stated: [Stated] = []

  // MARK: Scopes

  mutating func makeScope() -> Scope {
    scopes.append(ScopeContents())
    return Scope(offset: scopes.count - 1)
  }

  func scope(of file: SourceFile.ID) -> Scope {
    Int(file.index) < scopesOfFiles.count ? scopesOfFiles[Int(file.index)] : Self.builtIn
  }

  mutating func put(_ file: SourceFile.ID, in scope: Scope) {
    while scopesOfFiles.count <= Int(file.index) { scopesOfFiles.append(Self.builtIn) }
    scopesOfFiles[Int(file.index)] = scope
  }

  /// Makes the names of one scope known in another, under a prefix or without one.
  mutating func open(_ inner: Scope, in outer: Scope, prefix: String?) {
    if let prefix {
      if scopes[outer.offset].prefixed[prefix]?.contains(inner) != true {
        scopes[outer.offset].prefixed[prefix, default: []].append(inner)
      }
    } else if inner != outer, !scopes[outer.offset].opened.contains(inner) {
      scopes[outer.offset].opened.append(inner)
    }
  }

  /// Notes that an import of a file could not be read: what it would have defined is not unknown.
  mutating func markIncomplete(_ file: SourceFile.ID) {
    scopes[scope(of: file).offset].isIncomplete = true
  }

  /// Whether a name may be of an import that could not be read; one mistake gives one finding.
  func isIncomplete(_ name: TOSCADocument.Word) -> Bool {
    let contents = scopes[scope(of: name.range.file).offset]
    return contents.isIncomplete
      || contents.prefixed.values.joined().contains { scopes[$0.offset].isIncomplete }
      || contents.opened.contains { scopes[$0.offset].isIncomplete }
  }

  /// Adds the types of a document to a scope; the first of two of the same name counts.
  mutating func add(_ document: TOSCADocument, to scope: Scope, reporting log: inout DiagnosticLog) {
    let profile = Profile.of(document.version.text)
    for section in TypeKind.allCases {
      for (name, index) in document.types[section] ?? [] {
        let kind = Self.kind(of: index, in: document.tree, section)
        if kind != section {
          log.report(.wrongSection(name, kind, section))
          if !Self.isInNamespaceOfTOSCA(name) {
            misplaced.insert(Name(scope: scope, kind: section, text: name.text))
          }
        }
        let key = Name(scope: scope, kind: kind, text: name.text)
        if let earlier = declarations[key], scope != Self.builtIn {
          log.report(.typeDefinedTwice(name, kind, earlier.name.range))
          continue
        }
        ownNames[Scope.Names(scope: scope, kind: kind), default: []].append(name.text)
        declarations[key] = Declaration(
          tree: document.tree, grammar: profile?.grammar ?? .simple1_3, isNFV: profile?.isNFV ?? false,
          name: name, index: index)
      }
    }
  }

  /// The kind that a definition is of by its parent.
  private static func kind(of index: YAMLTree.Index, in tree: YAMLTree, _ section: TypeKind) -> TypeKind {
    guard let parent = tree.value(index, "derived_from").flatMap(tree.text), parent.hasPrefix("tosca.") else {
      return section
    }
    return roots.first { parent.hasPrefix($0.prefix) }?.kind ?? section
  }

  /// Whether a type is by its name none of the author's: packages for Tacker have all of ETSI's among the node types.
  fileprivate static func isInNamespaceOfTOSCA(_ name: TOSCADocument.Word) -> Bool {
    name.text.hasPrefix("tosca.")
  }

  private static let roots: [(prefix: String, kind: TypeKind)] = [
    ("tosca.nodes.", .node), ("tosca.relationships.", .relationship), ("tosca.capabilities.", .capability),
    ("tosca.datatypes.", .data), ("tosca.interfaces.", .interface), ("tosca.artifacts.", .artifact),
    ("tosca.groups.", .group), ("tosca.policies.", .policy),
  ]

  // MARK: Lookup

  /// The type of a name, or of its short form such as `Compute` or `tosca:Compute` (5.1); nil when there is none.
  mutating func type(
    _ kind: TypeKind, _ name: TOSCADocument.Word, reporting log: inout DiagnosticLog
  ) -> ResolvedType? {
    let scope = scope(of: name.range.file)
    let given = Name(scope: scope, kind: kind, text: name.text)
    if let known = resolved[given] { return known }
    guard let key = fullName(given) else { return nil }
    if let known = resolved[key] {
      resolved[given] = known
      return known
    }
    guard declarations[key] != nil || !misplaced.contains(key) else { return .unknown(name, kind) }
    guard let declaration = declarations[key], inProgress.count < Self.longestDerivation,
      inProgress.insert(key).inserted
    else { return nil }
    defer { inProgress.remove(key) }
    let type = resolve(key, declaration, reporting: &log)
    resolved[key] = type
    resolved[given] = type
    return type
  }

  /// A type that was resolved while the topology was made.
  package func known(_ kind: TypeKind, _ name: TOSCADocument.Word) -> ResolvedType? {
    fullName(Name(scope: scope(of: name.range.file), kind: kind, text: name.text)).flatMap { resolved[$0] }
  }

  func exists(_ kind: TypeKind, _ name: TOSCADocument.Word) -> Bool {
    fullName(Name(scope: scope(of: name.range.file), kind: kind, text: name.text)) != nil
  }

  /// Whether a file of the name's own scope declares the type.
  func isDeclared(_ kind: TypeKind, _ name: TOSCADocument.Word) -> Bool {
    declarations[Name(scope: scope(of: name.range.file), kind: kind, text: name.text)] != nil
  }

  /// The user's types that were resolved since the last call.
  mutating func takeStated() -> [Stated] {
    defer { stated = [] }
    return stated
  }

  /// The names of a kind as they can be written in a file, in the order of their declarations; those of a prefixed
  /// import have their prefix.
  func names(_ kind: TypeKind, in file: SourceFile.ID) -> [String] {
    let scope = scope(of: file)
    var names = ownNames[Scope.Names(scope: scope, kind: kind)] ?? []
    guard scope != Self.builtIn else { return names }
    for opened in scopes[scope.offset].opened {
      names += ownNames[Scope.Names(scope: opened, kind: kind)] ?? []
    }
    for (prefix, inner) in scopes[scope.offset].prefixed.sorted(by: { $0.key < $1.key }) {
      for scope in inner {
        names += (ownNames[Scope.Names(scope: scope, kind: kind)] ?? []).map { "\(prefix):\($0)" }
      }
    }
    return names + (ownNames[Scope.Names(scope: Self.builtIn, kind: kind)] ?? [])
  }

  /// The name of the declaration that is meant: of the scope, of those it opens, of the profile.
  private func fullName(_ name: Name) -> Name? {
    var seen: Set<Name> = []
    return declared(name, &seen) ?? builtInName(name)
  }

  /// Looks through a scope and those that it leads to; a name that was looked up there is not looked up again.
  private func declared(_ name: Name, _ seen: inout Set<Name>) -> Name? {
    guard name.scope != Self.builtIn else { return seen.isEmpty ? nil : builtInName(name) }
    guard seen.insert(name).inserted else { return nil }
    if declarations[name] != nil || misplaced.contains(name) { return name }
    let contents = scopes[name.scope.offset]
    for scope in contents.opened {
      if let found = declared(Name(scope: scope, kind: name.kind, text: name.text), &seen) { return found }
    }
    guard !contents.prefixed.isEmpty, let colon = name.text.firstIndex(of: ":") else { return nil }
    let rest = String(name.text[name.text.index(after: colon)...])
    for scope in contents.prefixed[String(name.text[..<colon])] ?? [] {
      if let found = declared(Name(scope: scope, kind: name.kind, text: rest), &seen) { return found }
    }
    return nil
  }

  private func builtInName(_ name: Name) -> Name? {
    let plain = Name(scope: Self.builtIn, kind: name.kind, text: name.text)
    if declarations[plain] != nil { return plain }
    let short = name.text.hasPrefix("tosca:") ? String(name.text.dropFirst("tosca:".count)) : name.text
    for prefix in Self.prefixes[name.kind] ?? [] {
      let candidate = Name(scope: Self.builtIn, kind: name.kind, text: prefix + short)
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
    .artifact: [
      "tosca.artifacts.", "tosca.artifacts.Deployment.", "tosca.artifacts.Deployment.Image.",
      "tosca.artifacts.Implementation.",
    ],
    .group: ["tosca.groups."],
    .policy: ["tosca.policies."],
  ]

  // MARK: Resolving

  private mutating func resolve(
    _ key: Name, _ declaration: Declaration, reporting log: inout DiagnosticLog
  ) -> ResolvedType {
    var reader = SectionReader(
      tree: declaration.tree, grammar: declaration.grammar, isNFV: declaration.isNFV, log: log)
    var syntax = TypeSyntax(declaration.name, key.kind, reading: declaration.index, reader: &reader)
    log = reader.log
    var parent: ResolvedType?
    var primitive: String?
    if let name = syntax.parent {
      parent = self.parent(name, of: declaration, key.kind, reporting: &log)
      primitive = parent == nil ? Self.primitive(name, key.kind) : nil
    }
    let isIncomplete = syntax.isIncomplete || syntax.parent != nil && parent == nil && primitive == nil
    syntax.inherit(
      from: parent, isWhole: !isIncomplete && parent?.isUnknown != true, of: key.text, reporting: &log)
    var offers = parent?.offers ?? []
    var demanded: [String: [PropertyDefinition]] = [:]
    for capability in syntax.capabilities {
      let type = type(.capability, capability.type, reporting: &log)
      offers.formUnion(type?.ancestors ?? [])
      let own = capability.properties
      let inherited = (type?.demandedProperties ?? []).filter { property in
        !own.contains { $0.name.text == property.name.text }
      }
      demanded[capability.name.text] = own.filter { $0.isRequired && $0.defaultValue == nil } + inherited
    }
    let type = ResolvedType(
      key.text, key.kind, range: declaration.name.range, syntax, parent: parent, offers: offers,
      demanded: demanded, primitive: primitive ?? parent?.primitive, isIncomplete: isIncomplete)
    if key.scope != Self.builtIn {
      stated.append(
        Stated(type: type, kind: key.kind, name: declaration.name, syntax: syntax, parent: parent))
    }
    return type
  }
}

extension TypeCatalog {
  /// The type that a declaration derives from; one that is not there, or leads back to it, is reported.
  private mutating func parent(
    _ name: TOSCADocument.Word, of declaration: Declaration, _ kind: TypeKind,
    reporting log: inout DiagnosticLog
  ) -> ResolvedType? {
    if let parent = type(kind, name, reporting: &log) { return parent }
    if Self.primitive(name, kind) != nil { return nil }
    if !exists(kind, name) {
      if !isIncomplete(name) { log.report(.unknownType(name, kind, self)) }
    } else if inProgress.count >= Self.longestDerivation {
      log.report(.derivationTooLong(name, Self.longestDerivation))
    } else {
      log.report(.derivationCycle(declaration.name, kind))
    }
    return nil
  }

  /// The type of TOSCA's own that a data type may derive from.
  private static func primitive(_ name: TOSCADocument.Word, _ kind: TypeKind) -> String? {
    kind == .data && PrimitiveType.names.contains(name.text) ? name.text : nil
  }
}

extension Diagnostic {
  /// A name that is no type of the kind that the place asks for.
  static func unknownType(
    _ name: TOSCADocument.Word, _ kind: TypeKind, _ catalog: TypeCatalog
  ) -> Diagnostic {
    let known = catalog.names(kind, in: name.range.file)
    return Diagnostic(
      .error, "unknown-type", "'\(name.text)' is not a known \(kind.noun)", at: name.range,
      suggestion: known.first { $0.hasSuffix(":" + name.text) }
        ?? nearestSpelling(to: name.text, among: known))
  }

  fileprivate static func typeDefinedTwice(
    _ name: TOSCADocument.Word, _ kind: TypeKind, _ earlier: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-type", "\(kind.noun) '\(name.text)' is defined a second time; the first one is used",
      at: name.range, notes: [Note("the first definition", at: earlier)])
  }

  fileprivate static func wrongSection(
    _ name: TOSCADocument.Word, _ kind: TypeKind, _ section: TypeKind
  ) -> Diagnostic {
    Diagnostic(
      .error, "wrong-section",
      "'\(name.text)' derives from a \(kind.noun) but stands under '\(section.rawValue)'; it is read as a \(kind.noun) "
        + "and belongs under '\(kind.rawValue)'", at: name.range
    ).asWarning(if: TypeCatalog.isInNamespaceOfTOSCA(name))
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
