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
    log.fillPaths { range in
      range.file == file ? tree.path(at: range.start) : ""
    }
  }
  guard let document = TOSCADocument(reading: tree, reporting: &log) else { return nil }
  return Topology(resolving: document, loader: loader, reporting: &log)
}
