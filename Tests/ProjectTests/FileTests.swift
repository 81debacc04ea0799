import Foundation
import Testing

@Suite struct FileTests {
  static let files = SourceTree.swiftFiles(in: "Sources")

  @Test func `no file is longer than can be read at a sitting`() throws {
    let long = try Self.files.filter { try SourceTree.text($0).split(separator: "\n").count > 500 }
    #expect(long.map(SourceTree.name) == [])
    #expect(Self.files.count > 50)
  }

  @Test func `nothing is tried at the price of a crash`() throws {
    let files = try Self.files.filter { try SourceTree.text($0).contains("try!") }
    #expect(files.map(SourceTree.name) == [])
  }

  /// A condition is a sentence that says when the note goes away: `TODO: when Heat 24 is out, ...`.
  @Test func `a note of what is to be done says when it goes away`() throws {
    let notes = try Self.files.flatMap { file in
      try SourceTree.text(file).matches(of: /(?:TODO|FIXME|XXX)\b(?!: (?:when|once|until) ).*/).map {
        "\(SourceTree.name(file)): \($0.output)"
      }
    }
    #expect(notes == [])
  }

  @Test func `the top level holds what the style guide names`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
      .filter { !$0.hasPrefix(".") }
    let agreed: Set = [
      "LICENSE", "Package.resolved", "Package.swift", "README.md", "Sources", "Tests", "hot-output",
      "tosca-samples",
    ]
    #expect(Set(names).subtracting(agreed) == [])
  }
}
