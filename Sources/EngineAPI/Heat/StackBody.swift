import Engine
import OpenStack

extension StackRequest {
  /// The longest template that comes as text, in bytes (`max_template_size`).
  private static let longestTemplate = 512 << 10

  /// Reads the body of a creation, a preview or a validation, which has no name.
  init(reading body: ValueMap, needsName: Bool = true) throws(EngineError) {
    var name = "validated"
    if needsName {
      guard let given = body["stack_name"]?.string else {
        throw .badRequest("No stack name specified")
      }
      try StackRequest.check(name: given)
      name = given
    }
    let template = try StackRequest.map(body["template"] ?? .null, "template")
    guard let template else { throw .badRequest("No template specified") }
    self.init(name: name, template: template)

    let files = try StackRequest.entries(body["files"], "files")
    for (name, text) in files {
      self.files[name] = text.string ?? String(decoding: text.jsonBytes, as: UTF8.self)
    }
    parameters = try StackRequest.entries(body["parameters"], "parameters")
    environment = try StackRequest.map(body["environment"] ?? .null, "environment")
    disableRollback = body["disable_rollback"]?.bool ?? true
    timeoutMinutes = try StackRequest.timeout(body["timeout_mins"])
    tags = (body["tags"]?.string ?? "").split(separator: ",").map(String.init)
  }

  /// A map, or the text of one; nil for null and for an empty text.
  private static func map(_ value: Value, _ key: String) throws(EngineError) -> Value? {
    switch value {
    case .null: return nil
    case .map: return value
    case .string(let text):
      guard text.utf8.count <= longestTemplate else {
        throw EngineError(
          .invalid, "RequestLimitExceeded",
          "Request limit exceeded: \(key) size (\(text.utf8.count) bytes) exceeds maximum allowed size "
            + "(\(longestTemplate) bytes).")
      }
      guard text.contains(where: { !$0.isWhitespace }) else { return nil }
      do throws(YAMLTextError) {
        let read = try Value(readingYAML: text)
        if case .map = read { return read }
      } catch {
        throw .badRequest("\(key) not in valid format: \(error.message)")
      }
      throw .badRequest("The \(key) is not a JSON object or YAML mapping.")
    default: throw .badRequest("The \(key) is not a JSON object or YAML mapping.")
    }
  }

  private static func entries(_ value: Value?, _ key: String) throws(EngineError) -> ValueMap {
    switch value {
    case nil, .null: return [:]
    case .map(let map): return map
    default: throw .badRequest("Invalid \(key): not a map")
    }
  }

  private static func timeout(_ value: Value?) throws(EngineError) -> Int? {
    guard let value, !value.isNull else { return nil }
    let minutes = value.integer ?? value.string.flatMap { Int($0) }
    guard let minutes, minutes > 0, minutes < 1 << 31 else {
      throw EngineError(.invalid, "ValueError", "Only integer is allowed for timeout_mins greater than zero")
    }
    return minutes
  }

  private static func check(name: String) throws(EngineError) {
    let first = name.utf8.first.map { isLetter($0) } ?? false
    let isAllowed = name.utf8.allSatisfy { isLetter($0) || "_.-0123456789".utf8.contains($0) }
    guard first, isAllowed, name.utf8.count <= 255 else {
      throw EngineError(
        .invalid, "StackValidationFailed",
        "Invalid stack name \(name) must contain only alphanumeric or \"_-.\" characters, must start with alpha "
          + "and must be 255 characters or less.")
    }
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}
