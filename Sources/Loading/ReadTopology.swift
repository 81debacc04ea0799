package import Diagnostics
package import TOSCA

/// Reads the template of a file or package with all that it imports and makes its graph.
///
/// - Returns: nil when there is no template; the log says why.
/// - Throws: when the file itself cannot be read.
package func readTopology(
  at path: String, within bounds: LoadingBounds = LoadingBounds(), inputs: [InputSource] = [],
  reporting log: inout DiagnosticLog
) throws(LoadingError) -> Topology? {
  try TemplateSource.one(at: path, within: bounds).readTopology(inputs: inputs, reporting: &log)
}
