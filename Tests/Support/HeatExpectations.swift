package import Diagnostics
import OpenStack
package import Testing
import YAML

/// Expects the findings that a HOT template or a Senlin spec marks, and no others.
package func expectHeatFindings(_ marked: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
  let template = MarkedTemplate(marked)
  compare(heatFindings(in: template.text), with: template, linesInFront: 0, [], sourceLocation)
}

/// The findings about a HOT template or a Senlin spec.
package func heatFindings(in text: String) -> DiagnosticLog {
  var log = DiagnosticLog()
  let source = SourceFile(name: "template.yaml", bytes: Array(text.utf8))
  let tree = YAMLTree(parsing: source.bytes, file: log.add(source), reporting: &log)
  checkHeat(tree, reporting: &log)
  return log
}
