import Diagnostics
import Loading
import TOSCA

/// What the program says about a template of a corpus.
struct Verdict: Sendable {
  /// An error, with its file's name.
  struct Complaint: Sendable {
    let file: String
    let line: Int
    let rule: String
    let message: String
  }

  /// Why the template could not be read at all.
  var trouble: String?
  var errors: [Complaint] = []
  var findingCount = 0

  /// Reads a template, with the values for its inputs if there are any.
  init(of sample: CorpusCase) {
    var log = DiagnosticLog()
    let inputs = sample.inputs.sorted { $0.key < $1.key }.map { name, text in
      InputSource.value(name: name, text: text)
    }
    do {
      let template = try TemplateSource.one(at: sample.path, within: LoadingBounds(mayLeaveFolder: true))
      _ = template.readTopology(inputs: inputs, reporting: &log)
    } catch {
      trouble = error.message
    }
    findingCount = log.findings.count
    errors = log.sorted.filter { $0.severity == .error }.map { finding in
      Complaint(
        file: String(log[file: finding.range.file].name.split(separator: "/").last ?? ""),
        line: Int(finding.range.start.line), rule: finding.code.name, message: finding.message)
    }
  }

  var isAccepted: Bool { errors.isEmpty && trouble == nil }

  /// The lines of the template itself that have errors.
  func lines(of sample: CorpusCase) -> Set<Int> {
    Set(errors.filter { sample.file.split(separator: "/").last.map(String.init) == $0.file }.map(\.line))
  }

  /// How the verdict differs from what is expected; nil when it does not.
  func disagreement(on sample: CorpusCase) -> String? {
    switch sample.expectation {
    case .accepted:
      isAccepted ? nil : "refused: \(summary)"
    case .refused where trouble != nil: "not read: \(trouble ?? "")"
    case .refused(let ranges):
      if isAccepted {
        "accepted"
      } else if !ranges.isEmpty,
        !lines(of: sample).contains(where: { line in ranges.contains { $0.contains(line) } })
      {
        "refused elsewhere than on the line of the error: \(summary)"
      } else {
        nil
      }
    case .refusedFor(let rule):
      errors.contains { $0.rule == rule } || trouble?.contains(rule) == true
        ? nil : isAccepted ? "accepted" : "refused for another reason than \(rule): \(summary)"
    case .onlyFinding(let rule):
      findingCount == 1 && errors.first?.rule == rule ? nil : "more or less than \(rule): \(summary)"
    }
  }

  private var summary: String {
    let shown = errors.prefix(3).map { "\($0.file):\($0.line) \($0.rule): \($0.message)" }
    let rest = errors.count > 3 ? ["and \(errors.count - 3) more"] : []
    return ((trouble.map { [$0] } ?? []) + shown + rest).joined(separator: " | ")
  }
}
