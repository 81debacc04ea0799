import Diagnostics
import TextForms

extension ValidationRule {
  /// The networks of a template have addresses of their own, so that traffic finds its way.
  static let overlappingNetworks = ValidationRule("overlapping-networks") { topology, log in
    var blocks: [(bounds: ClosedRange<UInt128>, isSix: Bool, cidr: PropertyValue, node: NodeTemplate.ID)] = []
    func add(_ cidr: PropertyValue?, _ node: NodeTemplate.ID) {
      guard let cidr, let block = cidr.text.flatMap(IPBlock.init) else { return }
      blocks.append((block.bounds, block.first.isSix, cidr, node))
    }
    for id in topology.nodes(ofKind: "tosca.nodes.network.Network") {
      add(topology[id].assigned("cidr"), id)
    }
    for id in topology.nodes(ofKind: "tosca.nodes.nfv.VnfVirtualLink") {
      for data in topology[id].layer3 { add(data["cidr"], id) }
    }
    guard blocks.count > 1 else { return }
    blocks.sort {
      ($0.isSix ? 1 : 0, $0.bounds.lowerBound, $0.node.offset) < (
        $1.isSix ? 1 : 0, $1.bounds.lowerBound, $1.node.offset
      )
    }
    // The block before that reaches furthest is the only one to look at.
    var widest = blocks[0]
    for block in blocks.dropFirst() {
      if block.isSix == widest.isSix, block.bounds.lowerBound <= widest.bounds.upperBound {
        let (earlier, later) = widest.node.offset <= block.node.offset ? (widest, block) : (block, widest)
        log.report(
          earlier.node == later.node
            ? .overlapInside(later.cidr, topology[later.node])
            : .overlap(later.cidr, earlier.cidr, topology[earlier.node]))
        if block.bounds.upperBound <= widest.bounds.upperBound { continue }
      }
      widest = block
    }
  }
}

extension Diagnostic {
  fileprivate static func overlap(
    _ cidr: PropertyValue, _ other: PropertyValue, _ node: NodeTemplate
  ) -> Diagnostic {
    Diagnostic(
      .warning, "overlapping-networks",
      "the addresses of '\(cidr.text ?? "")' overlap those of network '\(node.name.text)'", at: cidr.range,
      notes: [Note("the other addresses", at: other.range)])
  }

  fileprivate static func overlapInside(_ cidr: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "overlapping-networks",
      "the addresses of '\(cidr.text ?? "")' overlap others of the same network '\(node.name.text)'",
      at: cidr.range)
  }
}
