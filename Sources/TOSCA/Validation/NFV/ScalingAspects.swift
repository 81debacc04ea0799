import Diagnostics

extension ValidationRule {
  /// Scaling aspects, their levels and their deltas fit each other (SOL 001, 6.10.5 to 6.10.9).
  static let scalingAspects = ValidationRule(
    "unknown-aspect", "unknown-delta", "unused-delta", "aspect-without-deltas", "scale-level", "step-deltas"
  ) { topology, log in
    for sizes in DeploymentSizes.all(topology) {
      guard let aspects = sizes.aspects else { continue }
      let known = aspects.all
      var users: [String: [Policy]] = [:]
      var areKnown = true
      for policy in sizes.aspectUsers {
        guard let word = policy[property: "aspect"]?.word else { continue }
        users[word.text, default: []].append(policy)
        if aspects[word.text] == nil {
          log.report(.unknownAspect(word, known))
          areKnown = false
        }
      }
      for level in sizes.levels?.entries ?? [] {
        for info in level.value["scale_info"]?.entries ?? [] {
          check(info, aspects[info.key], known, &log)
        }
      }
      for aspect in aspects.entries {
        if let users = users[aspect.key] {
          check(aspect, users, &log)
        } else if areKnown {
          log.report(.aspectWithoutDeltas(aspect))
        }
      }
    }
  }

  /// The level of an aspect in an instantiation level.
  private static func check(
    _ info: PropertyValue.Entry, _ aspect: PropertyValue.Entry?, _ known: [String],
    _ log: inout DiagnosticLog
  ) {
    guard let aspect else {
      log.report(.unknownAspect(info.word, known))
      return
    }
    if let level = info.value["scale_level"], let number = level.integer,
      let most = aspect.value["max_scale_level"], let maximum = most.integer, number > maximum
    {
      log.report(.scaleLevel(level, number, aspect, most, maximum))
    }
  }

  /// An aspect and the policies that say what it scales.
  private static func check(
    _ aspect: PropertyValue.Entry, _ users: [Policy], _ log: inout DiagnosticLog
  ) {
    guard let steps = aspect.value["step_deltas"]?.items else { return }
    let deltas = users.map { $0[property: "deltas"]?.entries }
    let names = deltas.joined(or: []).map(\.key)
    let known = Set(names)
    // Where a policy cannot be read, nothing is known to be missing.
    if !deltas.contains(where: { $0 == nil }) {
      for case let step? in steps.map(\.word) where !known.contains(step.text) {
        log.report(.unknownDelta(step, aspect, names))
      }
    }
    let named = Set(steps.compactMap(\.text))
    if known.count >= named.count, named.isSubset(of: known), !named.isEmpty {
      for delta in deltas.joined(or: []) where !named.contains(delta.key) {
        log.report(.unusedDelta(delta, aspect))
      }
    }
    if steps.count > 1, let maximum = aspect.value["max_scale_level"]?.integer, steps.count != maximum {
      log.report(.stepDeltas(aspect, steps.count, maximum))
    }
  }
}

extension [[PropertyValue.Entry]?] {
  fileprivate func joined(or empty: [PropertyValue.Entry]) -> [PropertyValue.Entry] {
    flatMap { $0 ?? empty }
  }
}

extension Diagnostic {
  fileprivate static func unknownAspect(_ aspect: TOSCADocument.Word, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-aspect", "'\(aspect.text)' is no scaling aspect of this template", at: aspect.range,
      suggestion: nearestSpelling(to: aspect.text, among: known))
  }

  fileprivate static func scaleLevel(
    _ level: PropertyValue, _ number: Int, _ aspect: PropertyValue.Entry, _ most: PropertyValue,
    _ maximum: Int
  ) -> Diagnostic {
    Diagnostic(
      .warning, "scale-level",
      "scale level \(number) is over the 'max_scale_level' of aspect '\(aspect.key)', which is \(maximum)",
      at: level.range, notes: [Note("the greatest level", at: most.range)])
  }

  fileprivate static func aspectWithoutDeltas(_ aspect: PropertyValue.Entry) -> Diagnostic {
    Diagnostic(
      .warning, "aspect-without-deltas",
      "no policy says what aspect '\(aspect.key)' scales, so scaling it changes nothing", at: aspect.keyRange)
  }

  fileprivate static func unknownDelta(
    _ step: TOSCADocument.Word, _ aspect: PropertyValue.Entry, _ known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-delta",
      "no policy for aspect '\(aspect.key)' defines the delta '\(step.text)'", at: step.range,
      suggestion: nearestSpelling(to: step.text, among: known))
  }

  fileprivate static func unusedDelta(_ delta: PropertyValue.Entry, _ aspect: PropertyValue.Entry)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "unused-delta",
      "'\(delta.key)' is none of the 'step_deltas' of aspect '\(aspect.key)', so it is never applied",
      at: delta.keyRange)
  }

  fileprivate static func stepDeltas(_ aspect: PropertyValue.Entry, _ count: Int, _ maximum: Int)
    -> Diagnostic
  {
    Diagnostic(
      .warning, "step-deltas",
      "aspect '\(aspect.key)' has \(maximum) steps but \(count) 'step_deltas'; there is one for all steps, or one for each",
      at: aspect.keyRange)
  }
}
