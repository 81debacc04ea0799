package import Diagnostics
import TextForms

extension Topology {
  /// Looks up every name of a document and checks every value against its type.
  ///
  /// The loader gives the files that the document imports. Fails when the version of the document is not known; else
  /// the graph is made as far as it can be, also from a template with errors.
  package init?(
    resolving document: TOSCADocument, loader: some SourceLoader, reporting log: inout DiagnosticLog
  ) {
    guard let profile = Profile.of(document.version.text) else {
      log.report(.unknownVersion(document.version))
      return nil
    }
    var builder = TopologyBuilder(document, TypeCatalog(), log)
    builder.isThere = { loader.exists($0, relativeTo: $1) }
    builder.addDefinitions(of: profile)
    builder.addTypes(of: document, loader: loader)
    builder.checkTypes()
    builder.addSubstitutes()
    builder.addTopology()
    log = builder.log
    self = builder.topology
  }
}

/// The state of one resolution: the graph so far and what was found.
struct TopologyBuilder {
  var topology: Topology
  var log: DiagnosticLog
  /// Whether the template is written in the NFV profile, whose users write what TOSCA itself does not have.
  let isNFV: Bool
  /// The template and the files that it imports.
  var documents: [TOSCADocument] = []
  /// The nodes that candidates for a requirement are looked for among.
  var search = RequirementSearch()
  /// The relationship types of requirements that were found to be met.
  var settledRequirements: [SettledRequirement: ResolvedType?] = [:]
  /// The nodes that the policies are for so far, counted once for each policy.
  var targetCount = 0
  var patterns = PatternCache()
  var functionReferences = FunctionReferences()
  /// Whether a file that the template names is there; nothing is known where no package says what belongs together.
  var isThere: FileCheck = { _, _ in nil }

  init(_ document: TOSCADocument, _ types: TypeCatalog, _ log: DiagnosticLog) {
    topology = Topology(document: document, types: types)
    isNFV = Profile.of(document.version.text)?.isNFV ?? false
    self.log = log
  }

  /// Makes the graph of the document's own topology; its types are known.
  mutating func addTopology() {
    addInputs()
    addRelationshipTemplates()
    addNodes()
    addGroups()
    addPolicies()
    checkWorkflows()
    checkSubstitution()
    checkOutputs()
    reportFunctionCycles()
    topology.indexKinds()
    topology.indexRequirements()
    for rule in ValidationRule.all {
      rule.check(topology, &log)
    }
  }

  /// The type of a name; an unknown one is reported, and one that differs from a known one in case only is taken.
  mutating func type(_ kind: TypeKind, _ name: TOSCADocument.Word) -> ResolvedType {
    if let type = topology.types.type(kind, name, reporting: &log) { return type }
    let finding = Diagnostic.unknownType(name, kind, topology.types)
    if !topology.types.isIncomplete(name) { log.report(finding) }
    if let near = finding.suggestion, near.lowercased() == name.text.lowercased(),
      let meant = topology.types.type(kind, .init(text: near, range: name.range), reporting: &log)
    {
      return meant
    }
    return .unknown(name, kind)
  }

  mutating func addInputs() {
    for (_, definition) in topology.document.inputs {
      check(definition, "input")
      for value in [definition.defaultValue, definition.value].compactMap(\.self) where value.mayCall {
        checkFunctions(
          in: value, context: .input(definition.name.text), against: definition.schema,
          of: "the value of input '\(definition.name.text)'")
      }
      topology.add(definition)
    }
  }

  mutating func checkOutputs() {
    for output in topology.document.outputs {
      if let value = output.value {
        checkFunctions(in: value, context: .output)
      }
    }
  }
}

extension Diagnostic {
  static func unknownVersion(_ version: TOSCADocument.Word) -> Diagnostic {
    let known = Profile.all.map(\.version)
    if version.text == "tosca_2_0" {
      return Diagnostic(
        .error, "unknown-version", "TOSCA 2.0 is not read yet; versions up to 'tosca_simple_yaml_1_3' are",
        at: version.range)
    }
    let list = known.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, "unknown-version", "'\(version.text)' is not a version that is known here (\(list))",
      at: version.range, suggestion: nearestSpelling(to: version.text, among: known))
  }
}
