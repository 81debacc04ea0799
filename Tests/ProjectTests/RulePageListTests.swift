import Foundation
import Testing

/// Each code has its page, and the program has each page.
@Suite struct RulePageListTests {
  private func pages() throws -> [String] {
    let folder = SourceTree.root.appending(path: "Sources/CRules/pages").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).map { $0.replacing(".md", with: "") }
      .sorted()
  }

  @Test func `every page is put into the program once, in order of name`() throws {
    let list = try SourceTree.text(SourceTree.root.appending(path: "Sources/CRules/rules.c"))
    let embedded = list.matches(of: /#embed "pages\/([a-z0-9-]+)\.md" suffix\(, 0, \)/).map {
      String($0.output.1)
    }
    #expect(try pages() == embedded)
  }

  @Test func `a page is named like its rule`() throws {
    let misnamed = try pages().filter { page in
      let file = SourceTree.root.appending(path: "Sources/CRules/pages/\(page).md")
      return try !SourceTree.text(file).hasPrefix("# \(page)\n")
    }
    #expect(misnamed == [])
  }

  @Test func `every code has a page, and every page is of a code`() throws {
    let list = SourceTree.root.appending(path: "Tests/ProjectTests/diagnostic-codes.txt")
    let codes = try SourceTree.text(list).split(separator: "\n").map(String.init)
    #expect(Set(codes).subtracting(try pages()).sorted() == [], "in diagnostic-codes.txt, but without a page")
    #expect(Set(try pages()).subtracting(codes).sorted() == [], "a page, but not in diagnostic-codes.txt")
  }
}
