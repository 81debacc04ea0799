import Diagnostics
import TOSCA

extension TemplateBuilder {
  /// A size that is known, in whole units, rounded up; what is no size is reported.
  ///
  /// `what` is what has the size, in words such as `a volume`.
  mutating func size(
    _ text: String, of what: String, in unit: ScalarUnit.SizeUnit, _ reading: ScalarUnit.DecimalReading,
    bare: ScalarUnit.SizeUnit? = nil, at place: PropertyValue
  ) -> Int? {
    if let count = ScalarUnit.count(text, in: unit, reading, bare: bare) { return count }
    report(.unusableSize(text, of: what, unit, at: place))
    return nil
  }

  /// A size that a resource of a node takes as a number only, so that one which only the stack will know is reported
  /// too.
  mutating func plainSize(
    _ value: PropertyValue?, of what: String, for node: NodeTemplate.ID, in unit: ScalarUnit.SizeUnit,
    _ reading: ScalarUnit.DecimalReading = .decimal
  ) -> Int? {
    guard let value, !value.isNull else { return nil }
    guard let known = topology.settled(value) else {
      report(.openSize(value, topology[node]))
      return nil
    }
    return size(known.text ?? "", of: what, in: unit, reading, at: value)
  }
}

extension Diagnostic {
  fileprivate static func unusableSize(
    _ text: String, of what: String, _ unit: ScalarUnit.SizeUnit, at place: PropertyValue
  ) -> Diagnostic {
    let example =
      switch unit {
      case .kibibyte: "2 MB"
      case .mebibyte: "512 MB"
      case .byte, .gibibyte: "10 GB"
      }
    return Diagnostic(
      .error, "unusable-size",
      "'\(text)' is no size that \(what) can have (such as '\(example)')", at: place.range)
  }

  fileprivate static func openSize(_ value: PropertyValue, _ node: NodeTemplate) -> Diagnostic {
    Diagnostic(
      .warning, "not-translated",
      "this size of '\(node.name.text)' is not known before there is a stack, and is left out; give the input a value",
      at: value.range)
  }
}
