import Engine
import OpenStack

extension [Route] {
  /// What a cluster is asked to do (Clustering API, Cluster actions).
  static let clusterActions: [Route] = [
    Route(.post, "clusters/:id/actions") { engine, request throws(EngineError) in
      let body = try request.bodyMap()
      guard let entry = body.first, body.count == 1 else {
        throw .badRequest(body.isEmpty ? "No action specified" : "Multiple actions specified")
      }
      guard let inputs = entry.value.map else {
        throw .badRequest("The data provided is not a map")
      }
      let action = try ClusterAction(entry.key, inputs)
      let id = try await engine.act(on: request["id"], action)
      return .accepted(["action": .string(id)], at: request.link(toAction: id))
    }
  ]
}

extension ClusterAction {
  fileprivate init(_ name: String, _ inputs: ValueMap) throws(EngineError) {
    switch name {
    case "scale_out": self = .scaleOut(count: try inputs.natural("count"))
    case "scale_in": self = .scaleIn(count: try inputs.natural("count"))
    case "resize": self = .resize(try Resize(reading: inputs))
    case "policy_attach":
      self = .attachPolicy(
        try inputs.requiredText("policy_id"), enabled: try inputs.flag("enabled", default: true))
    case "policy_detach": self = .detachPolicy(try inputs.requiredText("policy_id"))
    case "policy_update":
      self = .updatePolicy(
        try inputs.requiredText("policy_id"), enabled: try inputs.flag("enabled", default: true))
    case "check": self = .check
    default: throw .badRequest("Unrecognized action '\(name)' specified")
    }
  }
}

extension Resize {
  fileprivate init(reading inputs: ValueMap) throws(EngineError) {
    var adjustment: Adjustment?
    if let name = inputs["adjustment_type"], !name.isNull {
      adjustment = name.string.flatMap(Adjustment.init(rawValue:))
      guard adjustment != nil else {
        throw .badRequest(
          "Value '\(name.string ?? "")' is not acceptable for field 'adjustment_type'.")
      }
    }
    let number: Double? =
      switch inputs["number"] {
      case .integer(let number): Double(number)
      case .number(let number): number
      case .string(let text): Double(text)
      default: nil
      }
    if let number, abs(number) > Double(Int32.max) || !number.isFinite {
      throw .badRequest("The value for number is out of range")
    }
    self.init(
      adjustment, number, minSize: try inputs.natural("min_size"), maxSize: try inputs.limit("max_size"),
      minStep: try inputs.natural("min_step"), isStrict: try inputs.flag("strict", default: true))
  }
}
