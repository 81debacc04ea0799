/// Why the engine did not do what was asked.
///
/// `name` is the class that Heat or Senlin would report, and `message` its sentence, because clients match both.
package struct EngineError: Error, Hashable, Sendable {
  /// What a caller can do about it; the API makes a status of it.
  package enum Kind: Hashable, Sendable {
    /// The thing asked for is not there.
    case notFound
    /// The thing is there but not in a state that allows this now.
    case conflict
    /// The request itself is wrong.
    case invalid
    /// The request is understood and refused.
    case forbidden
    /// The database or its folder is in trouble.
    case store
  }

  package let kind: Kind
  /// The upstream class, such as `EntityNotFound` or `ActionCooldown`.
  package let name: String
  package let message: String

  package init(_ kind: Kind, _ name: String, _ message: String) {
    self.kind = kind
    self.name = name
    self.message = message
  }
}

extension EngineError: CustomStringConvertible {
  package var description: String { message }
}

extension EngineError {
  /// Heat's 404 for a stack, resource or event.
  static func entityNotFound(_ entity: String, _ name: String) -> EngineError {
    EngineError(.notFound, "EntityNotFound", "The \(entity) (\(name)) could not be found.")
  }

  /// Senlin's 404 for an identity that nothing has.
  static func resourceNotFound(_ type: String, _ identity: String) -> EngineError {
    EngineError(.notFound, "ResourceNotFound", "The \(type) '\(identity)' could not be found.")
  }

  /// Senlin's 400 for a request that makes no sense.
  static func badRequest(_ message: String) -> EngineError {
    EngineError(.invalid, "BadRequest", message)
  }

  /// Senlin's 400 for a spec that its type does not take.
  static func invalidSpec(_ message: String) -> EngineError {
    EngineError(.invalid, "InvalidSpec", message)
  }

  /// Heat's 400 for a template or its parameters.
  static func stackValidationFailed(_ message: String) -> EngineError {
    EngineError(.invalid, "StackValidationFailed", message)
  }

  /// The trouble with the database or its folder.
  static func store(_ message: String) -> EngineError {
    EngineError(.store, "StoreError", message)
  }
}
