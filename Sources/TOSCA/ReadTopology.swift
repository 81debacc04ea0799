package import Diagnostics
import YAML

/// Makes the graph of a template that is in memory: bytes, tree, document, topology.
///
/// - Returns: nil when the text is no template; the log says why.
package func readTopology(
  from source: SourceFile, loader: some SourceLoader, reporting log: inout DiagnosticLog
) -> Topology? {
  let file = log.add(source)
  let tree = YAMLTree(parsing: source.bytes, file: file, reporting: &log)
  defer {
    log.fillPaths { $0.file == file ? tree.path(at: $0.start) : "" }
  }
  guard let document = TOSCADocument(reading: tree, reporting: &log) else { return nil }
  return Topology(resolving: document, loader: loader, reporting: &log)
}

extension Topology {
  /// Where in the document a place is, such as `topology_template.node_templates.CP1`; empty in another file.
  package func path(at range: SourceRange) -> String {
    range.file == document.tree.file ? document.tree.path(at: range.start) : ""
  }
}
