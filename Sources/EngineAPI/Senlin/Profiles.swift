import Engine
import OpenStack

extension [Route] {
  /// Profiles and their types (Clustering API, Profiles; Profile types).
  static let profiles: [Route] = [
    Route(.get, "profiles") { engine, request throws(EngineError) in
      let profiles = try request.select(
        try await engine.profiles(), id: { $0.id }, fields: ["name": { $0.name }, "type": { $0.type }],
        sortKeys: ["type", "name", "created_at", "updated_at"],
        body: { $0.senlinBody })
      return .ok(["profiles": profiles])
    },
    Route(.post, "profiles") { engine, request throws(EngineError) in
      let body = try request.wrapped(in: "profile")
      let profile = try await engine.createProfile(
        name: try body.requiredName(of: "profile"), spec: try body.requiredSpec(),
        metadata: try body.inner("metadata"))
      let location = "\(request.origin)\(Service.senlin.root)/profiles/\(profile.id)"
      return .created(["profile": profile.senlinBody], at: location)
    },
    Route(.post, "profiles/validate") { engine, request throws(EngineError) in
      let spec = try request.wrapped(in: "profile").requiredSpec()
      return .ok(["profile": try await engine.validateProfile(spec: spec).senlinBody])
    },
    Route(.get, "profiles/:id") { engine, request throws(EngineError) in
      .ok(["profile": try await engine.profile(request["id"]).senlinBody])
    },
    Route(.delete, "profiles/:id") { engine, request throws(EngineError) in
      try await engine.deleteProfile(request["id"])
      return .noContent
    },
    Route(.get, "profile-types") { _, _ throws(EngineError) in
      .ok(["profile_types": .list(Engine.profileTypes.sorted().map(typeEntry))])
    },
    Route(.get, "profile-types/:type") { _, request throws(EngineError) in
      .ok(["profile_type": try typeDetails(request["type"], of: "profile type", among: Engine.profileTypes)])
    },
  ]
}

extension ValueMap {
  /// A spec, which a profile or a policy must have.
  func requiredSpec() throws(EngineError) -> Value {
    guard let spec = self["spec"] else { throw .badRequest("'spec' is a required property") }
    guard var map = spec.map else { throw .badRequest("The provided spec is not a map") }
    // Spec files write `version: 1.0` without quotes, and readers of JSON make 1 of the number.
    switch map["version"] {
    case .integer(let number): map["version"] = .string("\(number).0")
    case .number(let number): map["version"] = .string(String(number))
    default: break
    }
    return .map(map)
  }
}

/// A type's entry in a list; the version is what stands behind the last hyphen.
func typeEntry(_ type: String) -> Value {
  let (name, version) = typeParts(type)
  let support: Value = [["status": "SUPPORTED", "since": "2016.04"]]
  return [
    "name": .string(name), "version": .string(version),
    "support_status": .map(ValueMap([(version, support)])),
  ]
}

func typeDetails(_ type: String, of kind: String, among known: [String]) throws(EngineError) -> Value {
  guard known.contains(type) else {
    throw EngineError(.notFound, "ResourceNotFound", "The \(kind) '\(type)' could not be found.")
  }
  return ["name": .string(type), "schema": [:], "support_status": typeEntry(type)["support_status"] ?? [:]]
}

private func typeParts(_ type: String) -> (name: String, version: String) {
  guard let hyphen = type.lastIndex(of: "-") else { return (type, "1.0") }
  return (String(type[..<hyphen]), String(type[type.index(after: hyphen)...]))
}

extension ProfileRecord {
  fileprivate var senlinBody: Value {
    [
      "id": id.isEmpty ? .null : .string(id), "name": .string(name), "type": .string(type), "spec": spec,
      "metadata": .map(metadata), "user": .string(Service.project), "project": .string(Service.project),
      "domain": .null, "created_at": .time(createdAt), "updated_at": .time(updatedAt),
    ]
  }
}
