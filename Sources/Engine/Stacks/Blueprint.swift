import GRDB
import OpenStack

/// A template with all that came with it: what a stack is made of.
///
/// Stored once for all stacks of the same, however many nodes have one.
struct Blueprint: Hashable, Sendable {
  var template: Value
  var files: [String: String]
  var environment: Value
  /// The definition that every member of a scaling group has; such a blueprint's template has no resources.
  var member: Value?

  init(template: Value, files: [String: String], environment: Value?, member: Value? = nil) {
    self.template = template
    self.files = files
    self.environment = environment ?? [:]
    self.member = member
  }

  /// The types that the environment maps to files or to other types.
  var registry: ValueMap {
    environment["resource_registry"]?.map ?? ValueMap()
  }

  private var document: Value {
    [
      "template": template, "environment": environment, "member": member ?? .null,
      "files": .map(ValueMap(distinct: files.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
    ]
  }

  private init(document: Value) {
    let files = document["files"]?.map ?? ValueMap()
    self.init(
      template: document["template"] ?? .null,
      files: Dictionary(files.map { ($0.key, $0.value.string ?? "") }) { first, _ in first },
      environment: document["environment"])
    if let member = document["member"], !member.isNull { self.member = member }
  }
}

extension Blueprint {
  /// The blueprint that a row holds.
  static func find(_ database: Database, _ id: Int64) throws -> Blueprint? {
    try database.row("SELECT document FROM blueprint WHERE id = ?", [id]) { Blueprint(document: $0.json(0)) }
  }

  /// The row of this blueprint, made unless there is one.
  func store(in database: Database) throws -> Int64 {
    let document = document.json
    let digest = document.digest
    let known = try database.row(
      "SELECT id FROM blueprint WHERE digest = ? AND document = ?", [digest, document]
    ) { $0[0] as Int64 }
    if let known { return known }
    // A number that is never given twice, also after a change that was rolled back: plans are kept by it.
    let id = Int64.random(in: 1...Int64.max)
    try database.run("INSERT INTO blueprint (id, digest, document) VALUES (?, ?, ?)", [id, digest, document])
    return id
  }

  /// Removes the blueprint when no stack and no profile is made of it any more.
  static func removeUnused(_ database: Database, _ id: Int64) throws {
    try database.run(
      """
      DELETE FROM blueprint WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM stack WHERE blueprint_id = ?1)
        AND NOT EXISTS (SELECT 1 FROM profile WHERE blueprint_id = ?1)
      """, [id])
  }
}

extension String {
  /// FNV-1a of the text; equal in every process, unlike its hash value.
  var digest: Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return Int64(bitPattern: hash)
  }
}
