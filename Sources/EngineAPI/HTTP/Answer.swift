import OpenStack

/// What a route answers.
struct Answer: Sendable {
  var status: Int
  var headers: [(name: String, value: String)] = []
  /// Nil for an answer without a body.
  var body: Value?

  static func ok(_ body: Value) -> Answer {
    Answer(status: 200, body: body)
  }

  static func created(_ body: Value, at location: String) -> Answer {
    Answer(status: 201, headers: [("Location", location)], body: body)
  }

  static func accepted(_ body: Value, at location: String) -> Answer {
    Answer(status: 202, headers: [("Location", location)], body: body)
  }

  static let noContent = Answer(status: 204)

  static func redirect(to location: String) -> Answer {
    Answer(status: 302, headers: [("Location", location)])
  }
}
