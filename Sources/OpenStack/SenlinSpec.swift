/// The spec of a Senlin profile or policy: a type, its version, and the properties that the type defines.
package struct SenlinSpec: Hashable, Sendable {
  /// Without the version, such as `os.heat.stack`.
  package var type: String
  package var version: String
  package var properties: ValueMap

  package init(type: String, version: String, properties: ValueMap) {
    self.type = type
    self.version = version
    self.properties = properties
  }

  /// The type with its version, such as `os.heat.stack-1.0`, as Heat takes it.
  package var fullType: String { "\(type)-\(version)" }

  /// The spec as the clustering API and `openstack cluster ... create --spec-file` take it.
  package var value: Value {
    ["type": .string(type), "version": .string(version), "properties": .map(properties)]
  }
}
