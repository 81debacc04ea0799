import Foundation
import Testing

/// A folder whose files are listed in one of them.
struct Registry: CustomTestStringConvertible {
  let folder: String
  /// The file that has the list.
  let list: String
  /// The type of the values.
  let type: String

  var testDescription: String { folder }

  static let all = [
    Registry(folder: "Translation/Nodes", list: "AllNodes.swift", type: "NodeMapping"),
    Registry(folder: "Translation/Policies", list: "AllPolicies.swift", type: "PolicyMapping"),
    Registry(folder: "TOSCA/Validation", list: "AllRules.swift", type: "ValidationRule"),
    Registry(folder: "Engine/Resources", list: "AllResources.swift", type: "[A-Za-z]+"),
    Registry(folder: "Engine/Drivers", list: "AllDrivers.swift", type: "[A-Za-z]+"),
    Registry(folder: "Engine/Policies", list: "AllPolicies.swift", type: "[A-Za-z]+"),
    Registry(folder: "Engine/Store/Migrations", list: "AllMigrations.swift", type: "[A-Za-z]+"),
  ]

  /// Those whose folder exists by now.
  static let present = all.filter {
    FileManager.default.fileExists(atPath: SourceTree.root.appending(path: "Sources/\($0.folder)").path)
  }

  /// The names of the values that the files of the folder declare.
  func declared() throws -> [String] {
    let declaration = try Regex<(Substring, Substring)>(
      "^  (?:package )?static let (\\w+)(?: *: *\(type))? *= *(?:\(type)|\\.init)?\\(",
      as: (Substring, Substring).self
    ).anchorsMatchLineEndings()
    return try SourceTree.swiftFiles(in: "Sources/\(folder)").flatMap { file in
      try SourceTree.text(file).matches(of: declaration).map { String($0.output.1) }
    }
  }

  /// The names in the list.
  func listed() throws -> [String] {
    let text = try SourceTree.text(SourceTree.root.appending(path: "Sources/\(folder)/\(list)"))
    return text.matches(of: /^ +\.(\w+),?$/.anchorsMatchLineEndings()).map { String($0.output.1) }
  }
}

@Suite struct RegistryTests {
  @Test(arguments: Registry.present)
  func `what a file declares is listed once`(registry: Registry) throws {
    #expect(try registry.declared().sorted() == registry.listed().sorted())
    #expect(try registry.listed().isEmpty == false)
  }

  @Test(arguments: Registry.present)
  func `a list is in order of name`(registry: Registry) throws {
    #expect(try registry.listed() == registry.listed().sorted())
  }
}
