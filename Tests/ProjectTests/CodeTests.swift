import Foundation
import Testing

@Suite struct CodeTests {
  /// The codes that the sources report: the word after the severity, or the first of a shared finding.
  private func usedCodes() throws -> Set<String> {
    let report = /(?:\.(?:error|warning|info)|unknownMember\()[,\s]*"([a-z0-9-]+)"/
    return Set(
      try SourceTree.swiftFiles(in: "Sources").flatMap { file in
        try SourceTree.text(file).matches(of: report).map { String($0.output.1) }
      })
  }

  private func listedCodes() throws -> [String] {
    let list = SourceTree.root.appending(path: "Tests/ProjectTests/diagnostic-codes.txt")
    return try SourceTree.text(list).split(separator: "\n").map(String.init)
  }

  @Test func `the list has every code that is reported, and no other`() throws {
    let (used, listed) = (try usedCodes(), Set(try listedCodes()))
    #expect(used.subtracting(listed).sorted() == [], "reported, but not in diagnostic-codes.txt")
    #expect(listed.subtracting(used).sorted() == [], "in diagnostic-codes.txt, but not reported")
  }

  @Test func `the list is sorted and has each code once`() throws {
    let listed = try listedCodes()
    #expect(listed == Set(listed).sorted())
  }

  @Test func `a validation rule reports the codes that it names`() throws {
    let rules = SourceTree.swiftFiles(in: "Sources/TOSCA/Validation")
    let named = try rules.flatMap { file in
      try SourceTree.text(file).matches(of: /ValidationRule\(([^)]*)\) \{/).flatMap { rule in
        rule.output.1.matches(of: /"([a-z0-9-]+)"/).map { String($0.output.1) }
      }
    }
    #expect(Set(named).subtracting(try listedCodes()) == [])
    #expect(named.count > 10)
  }

  @Test func `a profile of a review speaks of codes that there are`() throws {
    let table = SourceTree.root.appending(path: "Sources/Diagnostics/Review/ReviewProfile.swift")
    let named = try SourceTree.text(table).matches(of: /"([a-z0-9-]+)": \./).map { String($0.output.1) }
    #expect(Set(named).subtracting(try listedCodes()) == [])
    #expect(named.count > 10)
  }

  @Test func `each code is shown by a test`() throws {
    let mention = /(?:error|warning|info|[0-9]) (?!error |warning |info )([a-z0-9-]+)|"([a-z0-9-]+)"/
    let shown = try SourceTree.swiftFiles(in: "Tests").flatMap { file in
      try SourceTree.text(file).matches(of: mention).map { String($0.output.1 ?? $0.output.2 ?? "") }
    }
    let unshown = Set(try listedCodes()).subtracting(shown)
    #expect(unshown == [])
  }
}
