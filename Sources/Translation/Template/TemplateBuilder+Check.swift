import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// Reports what Heat would refuse in the template as it is now, where the topology has what it comes from.
  ///
  /// These are warnings: what the topology says is translated all the same, and Heat may know more than its schemas. What
  /// has errors is not looked at, because most of what it lacks follows from them.
  mutating func checkTemplate() {
    guard !log.hasErrors else { return }
    for problem in heatProblems(in: template.value) where problem.severity == .error {
      report(.refused(problem, at: place(of: problem)))
    }
  }

  private func place(of problem: HeatProblem) -> SourceRange {
    let names = problem.path.prefix(4).map { if case .key(let name) = $0 { name } else { "" } }
    guard names.count > 1 else { return topology.document.version.range }
    if names.count == 4, let range = rawPlaces[names[1]]?[names[3]] { return range }
    let places = names[0] == "outputs" ? outputPlaces : places
    return places[names[1]]?.range ?? topology.document.version.range
  }
}

extension Diagnostic {
  fileprivate static func refused(_ problem: HeatProblem, at range: SourceRange) -> Diagnostic {
    let what = problem.resource.map { "resource '\($0)' of the translation" } ?? "the translation"
    let place = problem.place.isEmpty ? "" : " at '\(problem.place)'"
    return Diagnostic(
      .warning, "heat-refuses", "Heat refuses \(what)\(place): \(problem.message)", at: range)
  }
}
