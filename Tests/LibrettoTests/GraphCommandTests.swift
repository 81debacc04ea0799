import Foundation
import Testing

/// `libretto graph`.
@Suite struct GraphCommandTests {
  @Test func `a drawing goes to standard output, in the language of Graphviz unless asked otherwise`() throws
  {
    let outcome = try Workplace.run(["graph", Workplace.sample("two-vdus-one-scales")])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("digraph "))
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    ("a.svg", [], "<?xml "), ("a.gv", [], "digraph "), ("a.mmd", [], "flowchart "), ("a", [], "digraph "),
    ("a.svg", ["-f", "mermaid"], "flowchart "),
  ])
  func `the ending of the file says the language`(name: String, options: [String], start: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "libretto-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    let outcome = try Workplace.run(
      ["graph", Workplace.sample("two-vdus-one-scales"), "-o", file.path] + options)
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix(start))
  }

  @Test func `a template with errors is drawn as far as it goes`() throws {
    let outcome = try Workplace.run(["graph", Workplace.sample("broken-vnfd"), "--diagnostics", "concise"])
    #expect(outcome.status == 1)
    #expect(outcome.output.hasSuffix("}\n"))
    #expect(outcome.errors.contains("[unknown-node]"))
  }

  @Test func `what cannot be translated cannot be drawn translated`() throws {
    let outcome = try Workplace.run(["graph", Workplace.sample("broken-vnfd"), "--translated"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
  }

  @Test func `a template that is not there is trouble outside of it`() throws {
    let outcome = try Workplace.run(["graph", "/nowhere/vnfd.yaml"])
    #expect(outcome.status == 3)
    #expect(outcome.output == "")
  }
}
