package import Diagnostics
package import TOSCA
import YAML

/// Reads a template with all that it imports and makes its graph.
///
/// - Returns: nil when the file is no template; the log says why.
/// - Throws: when the file itself cannot be read.
package func readTopology(
  at path: String, mayLeaveFolder: Bool = false, reporting log: inout DiagnosticLog
) throws(LoadingError) -> Topology? {
  let source = try FileLoader.read(path)
  let loader = FileLoader(importsOf: path, mayLeaveFolder: mayLeaveFolder)
  return readTopology(from: source, loader: loader, reporting: &log)
}

/// Makes the graph of a template that is already in memory.
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
