package import Diagnostics
package import TOSCA

/// Reads a template with all that it imports and makes its graph.
///
/// - Returns: nil when the file is no template; the log says why.
/// - Throws: when the file itself cannot be read.
package func readTopology(
  at path: String, mayLeaveFolder: Bool = false, inputs: [InputSource] = [],
  reporting log: inout DiagnosticLog
) throws(LoadingError) -> Topology? {
  let source = try FileLoader.read(path)
  let loader = FileLoader(importsOf: path, mayLeaveFolder: mayLeaveFolder)
  return readTopology(from: source, loader: loader, inputs: inputs, reporting: &log)
}
