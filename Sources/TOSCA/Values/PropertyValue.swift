package import Diagnostics

/// A value of a template with the place where it is written.
package struct PropertyValue: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case list([PropertyValue])
    case map([Entry])
    case function(Function)
  }

  /// A pair of a map.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let keyRange: SourceRange
    package let value: PropertyValue
  }

  /// A call of a TOSCA function (TOSCA Simple Profile 1.3, chapter 4).
  package struct Function: Hashable, Sendable {
    package let name: String
    package let arguments: [PropertyValue]
    let nameRange: SourceRange
    /// Whether the arguments are written as a list; a single one need not be.
    let isList: Bool
  }

  package var content: Content
  package let range: SourceRange

  package init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

extension PropertyValue {
  /// A scalar as text: a number or a truth value in its usual spelling; nil for lists, maps, calls and null.
  package var text: String? {
    switch content {
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number): "\(number)"
    case .bool(let flag): flag ? "true" : "false"
    case .null, .list, .map, .function: nil
    }
  }

  /// A whole number, also one that is written as text.
  package var integer: Int? {
    switch content {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    case .string(let text): Int(text)
    default: nil
    }
  }

  package var number: Double? {
    switch content {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .string(let text): Double(text)
    default: nil
    }
  }

  package var bool: Bool? {
    switch content {
    case .bool(let flag): flag
    case .string(let text): ["true": true, "false": false][text.lowercased()]
    default: nil
    }
  }

  package var items: [PropertyValue]? {
    if case .list(let items) = content { items } else { nil }
  }

  package var entries: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  package var isNull: Bool {
    content == .null
  }

  /// The value of a map's key.
  package subscript(key: String) -> PropertyValue? {
    entries?.first { $0.key == key }?.value
  }

  /// What the value is, for a message.
  package var kindName: String {
    switch content {
    case .null: "nothing"
    case .bool: "a boolean"
    case .integer: "an integer"
    case .number: "a float"
    case .string: "a string"
    case .list: "a list"
    case .map: "a map"
    case .function(let function): "a call of '\(function.name)'"
    }
  }
}
