import Diagnostics
import YAML

extension ValidationRule {
  /// A type that a template defines for itself is there to be used.
  static let unusedTypes = ValidationRule("unused-type") { topology, log in
    // A file without nodes is a library, and what a template imports may name the types of the template too.
    let document = topology.document
    let own = TypeKind.allCases.flatMap { document.types[$0] ?? [] }
    guard !own.isEmpty, !topology.nodes.isEmpty, topology.substitutes.isEmpty, let root = document.tree.root
    else { return }
    var mentions = Dictionary(own.map { ($0.name.text, 0) }, uniquingKeysWith: { first, _ in first })
    document.tree.countMentions(in: root, &mentions)
    // Its own definition is the first mention.
    for name in own.map(\.name) where mentions[name.text] == 1 { log.report(.unusedType(name)) }
  }
}

extension YAMLTree {
  /// Counts where words stand as keys or as values.
  fileprivate func countMentions(in index: Index, _ mentions: inout [String: Int]) {
    guard !isAlias(index) else { return }
    if let text = text(index), mentions[text] != nil { mentions[text]? += 1 }
    for item in items(index) { countMentions(in: item, &mentions) }
    for (key, value) in pairs(index) {
      countMentions(in: key, &mentions)
      countMentions(in: value, &mentions)
    }
  }
}

extension Diagnostic {
  fileprivate static func unusedType(_ name: TOSCADocument.Word) -> Diagnostic {
    Diagnostic(.info, "unused-type", "nothing in this template is of type '\(name.text)'", at: name.range)
  }
}
