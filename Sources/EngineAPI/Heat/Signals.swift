import Engine
import OpenStack

extension [Route] {
  /// The address that a scaling policy gives to alarms: who knows it may signal, without a token.
  static let signals: [Route] = [
    Route(.post, "signal/:secret") { engine, request throws(EngineError) in
      try await engine.signal(token: request["secret"])
      return .ok(.null)
    }
  ]
}
