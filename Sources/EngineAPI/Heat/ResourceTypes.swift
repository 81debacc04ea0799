import Engine
import OpenStack

extension [Route] {
  /// What this Heat can make, and what it is (Orchestration API, Resource types; General API information).
  static let resourceTypes: [Route] = [
    Route(.get, "resource_types") { _, request throws(EngineError) in
      var types = Engine.resourceTypes.sorted()
      if let name = request.query("name") { types.removeAll { !$0.contains(name) } }
      guard request.queryFlag("with_description") else {
        return .ok(["resource_types": .list(types.map(Value.string))])
      }
      return .ok([
        "resource_types": .list(types.map { ["resource_type": .string($0), "description": .null] })
      ])
    },
    Route(.get, "resource_types/:type") { _, request throws(EngineError) in
      let type = request["type"]
      guard Engine.isSupported(resourceType: type) else {
        throw EngineError(.notFound, "EntityNotFound", "The Resource Type (\(type)) could not be found.")
      }
      let support: Value = [
        "status": "SUPPORTED", "version": .null, "message": .null, "previous_status": .null,
      ]
      return .ok([
        "resource_type": .string(type), "properties": [:], "attributes": [:], "support_status": support,
        "description": "No description available",
      ])
    },
    Route(.get, "build_info") { _, _ throws(EngineError) in
      .ok(["api": ["revision": "libretto"], "engine": ["revision": "libretto"]])
    },
    Route(.get, "template_versions") { _, _ throws(EngineError) in
      let versions = [
        "2013-05-23", "2014-10-16", "2015-04-30", "2015-10-15", "2016-04-08", "2016-10-14", "2017-02-24",
        "2017-09-01", "2018-03-02", "2018-08-31", "2021-04-16",
      ]
      let entries: [Value] = versions.map {
        ["version": .string("heat_template_version.\($0)"), "type": "hot", "aliases": []]
      }
      return .ok(["template_versions": .list(entries)])
    },
  ]

  /// Checks of a template that create nothing (Orchestration API, Templates).
  static let templates: [Route] = [
    Route(.post, "validate") { engine, request throws(EngineError) in
      let creation = try StackRequest(reading: try request.bodyMap(), needsName: false)
      try await engine.validateStack(creation)
      let parameters = (creation.template["parameters"]?.map ?? [:]).map { name, definition in
        (name, definition.validationEntry(named: name))
      }
      return .ok([
        "Description": .string(creation.template["description"]?.string ?? "No description"),
        "Parameters": .map(ValueMap(parameters)), "Environment": creation.environment ?? [:],
      ])
    }
  ]
}

extension Value {
  /// A parameter's definition as the answer of a validation describes it.
  fileprivate func validationEntry(named name: String) -> Value {
    let kinds = [
      "string": "String", "number": "Number", "boolean": "Boolean", "json": "Json",
      "comma_delimited_list": "CommaDelimitedList",
    ]
    var entry: ValueMap = [
      "Type": .string(kinds[text("type")] ?? "String"), "Description": .string(text("description")),
      "NoEcho": .string(self["hidden"]?.bool == true ? "true" : "false"),
      "Label": .string(self["label"]?.string ?? name),
    ]
    entry["Default"] = self["default"]
    return .map(entry)
  }
}
