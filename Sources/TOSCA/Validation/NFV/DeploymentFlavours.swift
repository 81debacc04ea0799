import Diagnostics

extension ValidationRule {
  /// Each deployment flavour of a VNF has one topology, and each topology is of one flavour (SOL 001, 6.11).
  static let deploymentFlavours = ValidationRule(
    "duplicate-flavour", "missing-flavour", "flavour-without-topology", "fixed-flavour"
  ) { topology, log in
    guard !topology.substitutes.isEmpty else { return }
    var isReported: Set<String> = []
    for id in topology.nodes(ofKind: "tosca.nodes.nfv.VNF") {
      let node = topology[id]
      let offers = topology.substitutes.compactMap { FlavourOffer($0, for: node.type) }
      guard !offers.isEmpty else { continue }
      if isReported.insert(node.type.name).inserted { check(offers, of: node.type, &log) }
      if let value = node.assigned("flavour_id"), value.text != nil, offers.count > 1 {
        log.report(.fixedFlavour(value, offers.count))
      }
    }
  }

  private static func check(
    _ offers: [FlavourOffer], of type: ResolvedType, _ log: inout DiagnosticLog
  ) {
    var known: [String: TOSCADocument.Word] = [:]
    for offer in offers {
      guard let flavour = offer.flavour else {
        if offers.count > 1 { log.report(.missingFlavour(offer.range, type)) }
        continue
      }
      if let earlier = known[flavour.text] {
        log.report(.duplicateFlavour(flavour, earlier))
      } else {
        known[flavour.text] = flavour
      }
    }
    // One that is told apart from no other may be any flavour.
    guard known.count == offers.count else { return }
    let choices = type.property("flavour_id")?.schema.constraints.filter { $0.comparison == .validValues }
    for value in choices?.flatMap({ $0.operand.items ?? [] }) ?? [] {
      if let word = value.word, known[word.text] == nil {
        log.report(.flavourWithoutTopology(word, type, known.keys.sorted()))
      }
    }
  }
}

/// A topology that can stand for a VNF, with the flavour that it is.
private struct FlavourOffer {
  /// nil when its mappings name none.
  let flavour: TOSCADocument.Word?
  let range: SourceRange

  init?(_ topology: Topology, for type: ResolvedType) {
    guard let mappings = topology.document.substitution, let name = mappings.nodeType,
      type.isKind(of: name.text)
    else { return nil }
    range = mappings.range
    flavour = mappings.properties.first { $0.name.text == "flavour_id" }?.value?.word
  }
}

extension Diagnostic {
  fileprivate static func duplicateFlavour(
    _ flavour: TOSCADocument.Word, _ earlier: TOSCADocument.Word
  ) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-flavour", "another topology is the deployment flavour '\(flavour.text)' already",
      at: flavour.range, notes: [Note("the first topology", at: earlier.range)])
  }

  fileprivate static func missingFlavour(_ range: SourceRange, _ type: ResolvedType) -> Diagnostic {
    Diagnostic(
      .warning, "missing-flavour",
      "several topologies stand for '\(type.name)', but this one does not say of which 'flavour_id' it is",
      at: range)
  }

  fileprivate static func flavourWithoutTopology(
    _ flavour: TOSCADocument.Word, _ type: ResolvedType, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "flavour-without-topology",
      "no imported topology is the deployment flavour '\(flavour.text)' of '\(type.name)'", at: flavour.range,
      suggestion: nearestSpelling(to: flavour.text, among: known))
  }

  fileprivate static func fixedFlavour(_ value: PropertyValue, _ count: Int) -> Diagnostic {
    Diagnostic(
      .warning, "fixed-flavour",
      "there are \(count) deployment flavours, but this one is always taken; write '{get_input: selected_flavour}'",
      at: value.range)
  }
}
