import GRDB

extension Database {
  /// The id of the one row that an identity means: an id, a name, or the beginning of an id (Senlin, 1.5).
  func identify(_ table: String, _ identity: String) throws -> String? {
    let byID = try row("SELECT id FROM \(table) WHERE id = ?", [identity.lowercased()]) { $0[0] as String }
    if let byID { return byID }
    let named = try rows("SELECT id FROM \(table) WHERE name = ? LIMIT 2", [identity]) { $0[0] as String }
    let found =
      named.isEmpty && identity.count >= 2
      ? try rows("SELECT id FROM \(table) WHERE substr(id, 1, ?) = ? LIMIT 2", [identity.count, identity]) {
        $0[0] as String
      } : named
    guard found.count < 2 else {
      throw EngineError(
        .invalid, "MultipleChoices",
        "Multiple results found matching the query criteria '\(identity)'. Please be more specific.")
    }
    return found.first
  }
}

extension EngineError {
  /// Senlin's 400 for a thing that a request's body names.
  static func notSpecified(_ type: String, _ identity: String) -> EngineError {
    .badRequest("The specified \(type) '\(identity)' could not be found.")
  }
}
