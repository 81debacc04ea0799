/// The grammar that a value of `tosca_definitions_version` asks for, the oldest first.
package enum Grammar: Int, Comparable, Sendable {
  case simple1_0, simple1_1, simple1_2, simple1_3

  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The version in words, for a message.
  var name: String {
    "TOSCA 1.\(rawValue)"
  }
}

/// The keynames that an element may have, each with the version that brought it.
struct Keynames: ExpressibleByArrayLiteral {
  let names: [String]
  private let since: [String: Grammar]

  /// Keynames of every version.
  init(arrayLiteral names: String...) {
    self.init(names)
  }

  init(_ names: [String], since: [Grammar: [String]] = [:]) {
    let later = since.sorted { $0.key < $1.key }
    self.names = names + later.flatMap(\.value)
    self.since = Dictionary(
      later.flatMap { grammar, names in names.map { ($0, grammar) } }, uniquingKeysWith: { first, _ in first }
    )
  }

  func contains(_ name: String) -> Bool {
    names.contains(name)
  }

  /// The version that a keyname needs; nil when every version has it.
  func version(of name: String) -> Grammar? {
    since[name]
  }
}
