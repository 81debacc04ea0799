import OpenStack

extension Service {
  /// The one project of the engine.
  static let project = "libretto"

  /// The Orchestration API, version 1.
  static let heat = Service(root: "/orchestration/v1/\(project)", routes: .heat) { refused in
    [
      "code": .integer(refused.status), "title": .string(refused.title),
      "explanation": .string(refused.explanation),
      "error": ["type": .string(refused.type), "message": .string(refused.message), "traceback": .null],
    ]
  }
}
