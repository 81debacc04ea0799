package import Diagnostics
package import YAML

/// Makes the graph of a template that is in memory: bytes, tree, document, topology.
///
/// Values for its inputs are checked if there are any.
///
/// - Returns: nil when the text is no template; the log says why.
package func readTopology(
  from source: SourceFile, loader: some SourceLoader, inputs: [InputSource] = [],
  reporting log: inout DiagnosticLog
) -> Topology? {
  let file = log.add(source)
  let tree = YAMLTree(parsing: source.bytes, file: file, reporting: &log)
  defer { log.fillPaths(in: tree) }
  guard let document = TOSCADocument(reading: tree, reporting: &log) else { return nil }
  var topology = Topology(resolving: document, loader: loader, reporting: &log)
  if !inputs.isEmpty { topology?.check(inputs, reporting: &log) }
  return topology
}

extension DiagnosticLog {
  /// Gives each finding the path of its place, in the template or in a file that the template imports.
  ///
  /// An imported file with findings is parsed once more: to keep the trees of all files for it would cost every run.
  package mutating func fillPaths(in template: YAMLTree) {
    var trees = [template.file: template]
    for file in Set(findings.lazy.filter { $0.path == nil }.map(\.range.file)) where trees[file] == nil {
      var seen = DiagnosticLog()
      trees[file] = YAMLTree(parsing: self[file: file].bytes, file: file, reporting: &seen)
    }
    fillPaths { trees[$0.file]?.path(at: $0.start) ?? "" }
  }
}
