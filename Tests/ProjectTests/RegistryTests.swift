import Foundation
import Testing

/// A folder whose files are listed in one of them.
struct Registry: CustomTestStringConvertible {
  let folder: String
  /// The file that has the list.
  let list: String
  /// What declares a value, with its name as the one group.
  let declaration: String
  /// A line of the list, likewise.
  var entry = #"^ +\w*\.(\w+),?$"#

  var testDescription: String { folder }

  static let all = [
    Registry(folder: "Translation/Nodes", list: "AllNodes.swift", declaration: value(of: "NodeMapping")),
    Registry(
      folder: "Translation/Policies", list: "AllPolicies.swift", declaration: value(of: "PolicyMapping")),
    Registry(folder: "TOSCA/Validation", list: "AllRules.swift", declaration: value(of: "ValidationRule")),
    Registry(folder: "Engine/Resources", list: "AllResources.swift", declaration: value(of: "ResourceType")),
    Registry(folder: "Engine/Policies", list: "AllPolicies.swift", declaration: value(of: "PolicyType")),
    Registry(
      folder: "Engine/Drivers", list: "AllDrivers.swift",
      declaration: #"static func (\w+)\([^)]*\)*[^)]*\) -> DriverFactory \{"#, entry: #"^ +"\w+": \.(\w+)\("#),
    Registry(
      folder: "Engine/Store/Migrations", list: "AllMigrations.swift",
      declaration: #"func (\w+)\(_ database: Database\)"#,
      entry: #"registerMigration\(.*migrate: (\w+)\)"#),
  ]

  private static func value(of type: String) -> String {
    "^  (?:package )?static let (\\w+)(?:: \(type))? = \(type)\\("
  }

  /// The names of the values that the files of the folder declare, in the order of the files.
  func declared() throws -> [String] {
    try SourceTree.swiftFiles(in: "Sources/\(folder)").filter { $0.lastPathComponent != list }.flatMap {
      file in
      try names(in: file, declaration)
    }
  }

  /// The names in the list.
  func listed() throws -> [String] {
    try names(in: SourceTree.root.appending(path: "Sources/\(folder)/\(list)"), entry)
  }

  private func names(in file: URL, _ pattern: String) throws -> [String] {
    let regex = try Regex(pattern, as: (Substring, Substring).self).anchorsMatchLineEndings()
    return try SourceTree.text(file).matches(of: regex).map { String($0.output.1) }
  }
}

@Suite struct RegistryTests {
  @Test(arguments: Registry.all)
  func `what a file declares is listed once`(registry: Registry) throws {
    #expect(try registry.declared().sorted() == registry.listed().sorted())
    #expect(try registry.listed().isEmpty == false)
  }

  @Test(arguments: Registry.all)
  func `a list is in order of name, and of age for migrations`(registry: Registry) throws {
    let order = try registry.folder.hasSuffix("Migrations") ? registry.declared() : registry.listed().sorted()
    #expect(try registry.listed() == order)
  }
}
