/// A HOT template (Heat Orchestration Template).
///
/// Sections keep the order of their source. A resource's properties and an output's value may hold HOT functions:
/// maps with one key such as `get_resource`, see ``Value/getResource(_:)``.
package struct HeatTemplate: Hashable, Sendable {
  /// A date such as `2016-04-08`, or a release name.
  package var version: String
  package var description: String?
  package var parameters: [Named<HeatParameter>] = []
  package var resources: [Named<HeatResource>] = []
  package var outputs: [Named<HeatOutput>] = []

  package init(version: String, description: String? = nil) {
    self.version = version
    self.description = description
  }
}

/// A member of a template's section with the name it has there.
package struct Named<Element: Hashable & Sendable>: Hashable, Sendable {
  package var name: String
  package var element: Element

  package init(_ name: String, _ element: Element) {
    self.name = name
    self.element = element
  }
}

/// A resource of a HOT template.
package struct HeatResource: Hashable, Sendable {
  /// What happens to the real thing when the resource goes.
  package enum DeletionPolicy: String, Sendable {
    case delete = "Delete"
    case retain = "Retain"
    case snapshot = "Snapshot"
  }

  package var type: String
  package var properties: ValueMap
  package var metadata: Value?
  package var dependsOn: [String] = []
  package var deletionPolicy: DeletionPolicy?

  package init(type: String, properties: ValueMap = ValueMap()) {
    self.type = type
    self.properties = properties
  }

  /// A property's value; setting nil leaves the property out.
  package subscript(name: String) -> Value? {
    get { properties[name] }
    set { properties[name] = newValue }
  }
}

/// A parameter of a HOT template.
package struct HeatParameter: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case string, number, boolean, json
    case list = "comma_delimited_list"
  }

  package var type: Kind
  package var label: String?
  package var description: String?
  package var defaultValue: Value?
  package var isHidden: Bool = false
  /// Each as HOT writes it, such as `{range: {min: 1}}`.
  package var constraints: [Value] = []

  package init(type: Kind) {
    self.type = type
  }
}

/// An output of a HOT template.
package struct HeatOutput: Hashable, Sendable {
  package var description: String?
  package var value: Value

  package init(_ value: Value, description: String? = nil) {
    self.value = value
    self.description = description
  }
}

// MARK: Functions

extension Value {
  /// `{get_resource: name}`: the id of a resource (HOT, Intrinsic functions).
  package static func getResource(_ name: String) -> Value {
    ["get_resource": .string(name)]
  }

  /// `{get_attr: [name, path...]}`: an attribute of a resource, or a part of it.
  package static func getAttr(_ name: String, _ path: Value...) -> Value {
    ["get_attr": .list([.string(name)] + path)]
  }

  /// `{get_param: name}`: the value of a parameter.
  package static func getParam(_ name: String) -> Value {
    ["get_param": .string(name)]
  }

  /// `{get_file: name}`: the text of a file that goes with the template.
  package static func getFile(_ name: String) -> Value {
    ["get_file": .string(name)]
  }
}
