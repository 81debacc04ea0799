import Diagnostics
import OpenStack
import TOSCA
import YAML

/// Checks a HOT template or a Senlin spec with all that counts for a TOSCA template, too: its suppressions, and the paths
/// of the findings.
func checkHeat(_ file: SourceFile, reporting log: inout DiagnosticLog) {
  let id = log.add(file)
  let tree = YAMLTree(parsing: file.bytes, file: id, reporting: &log)
  log.readSuppressions(in: tree)
  checkHeat(tree, reporting: &log)
  if !log.hasErrors { log.reportUnusedSuppressions() }
  log.fillPaths(in: tree)
}
