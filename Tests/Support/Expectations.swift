package import Diagnostics
package import OpenStack
package import TOSCA
package import Testing
package import Translation

/// Expects the findings that a template marks, and no others.
///
/// What is said of nearly every template of a test, that it has an input or a type of which it makes no use, counts only
/// where a mark speaks of it. The files are what the template may import, by name; `elsewhere` has the findings in them, as
/// `name:line:column severity code`. With `isTranslated` the findings of the translation count too, with `isReviewed`
/// those about suppressions that nothing needed.
package func expectFindings(
  _ marked: String, _ form: TemplateForm = .nfv, importing files: [String: String] = [:],
  elsewhere: [String] = [], isTranslated: Bool = false, isReviewed: Bool = false,
  policy: FindingPolicy = FindingPolicy(),
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let template = MarkedTemplate(marked)
  let read = ReadTemplate(template.text, form, importing: files, policy: policy)
  var log = isTranslated ? read.translated().log : read.log
  if isReviewed { log.reportUnusedSuppressions() }
  compare(log, with: template, linesInFront: read.linesInFront, elsewhere, sourceLocation)
}

/// Expects the text of what a template becomes, and the findings that it marks.
///
/// `main` is the text of `stack.yaml` without its first line, which is always the version; `nested` has the texts of
/// the other templates by name, likewise.
package func expectTranslation(
  of marked: String, _ form: TemplateForm = .nfv, driver: TranslationPlan.Driver? = nil,
  lifecycle: TranslationOptions.Lifecycle = .component, main: String,
  nested: [String: String] = [:], catalog: Catalog? = nil, inputs: [InputSource] = [],
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let template = MarkedTemplate(marked)
  let read = ReadTemplate(template.text, form, inputs: inputs)
  let (translation, log) = read.translated(driver: driver, lifecycle: lifecycle, catalog: catalog)
  compare(log, with: template, linesInFront: read.linesInFront, [], sourceLocation)
  guard let translation else {
    Issue.record("nothing was translated", sourceLocation: sourceLocation)
    return
  }
  #expect(text(translation.main.value.yaml) == main, sourceLocation: sourceLocation)
  let texts = translation.nestedFiles.map { ($0.name, text($0.bytes)) }
  #expect(
    Dictionary(texts, uniquingKeysWith: { $0 + $1 }) == nested, sourceLocation: sourceLocation)
}

/// The text of a template after its version and without the last line end.
private func text(_ bytes: [UInt8]) -> String {
  let whole = String(decoding: bytes, as: UTF8.self)
  let version = "heat_template_version: '2016-04-08'\n"
  var rest = whole.hasPrefix(version) ? whole.dropFirst(version.count) : whole[...]
  // All nested templates say the same of themselves.
  if rest.hasPrefix("description: Scaling template\n") { rest = rest.dropFirst(30) }
  return String(rest.hasSuffix("\n") ? rest.dropLast() : rest)
}

func compare(
  _ log: DiagnosticLog, with template: MarkedTemplate, linesInFront: Int, _ elsewhere: [String],
  _ sourceLocation: Testing.SourceLocation
) {
  var open = template.marks
  var others: [String] = []
  let marked = open.map(\.finding)
  for finding in log.sorted {
    let code = finding.code.name
    if ["unused-input", "unused-type"].contains(code), !marked.contains(where: { $0.hasSuffix(" \(code)") }) {
      continue
    }
    guard finding.range.file.index == 0 else {
      let (file, start) = (log[file: finding.range.file].name, finding.range.start)
      others.append("\(file):\(start.line):\(start.column) \(finding.severity.rawValue) \(finding.code.name)")
      continue
    }
    let mark = MarkedTemplate.Mark(finding, linesInFront: linesInFront)
    if let match = open.firstIndex(where: { $0.expects(mark) }) {
      open.remove(at: match)
    } else {
      Issue.record("no mark for \(mark)\n  \(finding.message)", sourceLocation: sourceLocation)
    }
  }
  for mark in open {
    Issue.record("no finding for the mark in \(mark)", sourceLocation: sourceLocation)
  }
  #expect(others == elsewhere, sourceLocation: sourceLocation)
}
