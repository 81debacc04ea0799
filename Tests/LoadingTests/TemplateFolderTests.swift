import Diagnostics
import Loading
import TOSCA
import Testing

@Suite struct TemplateFolderTests {
  private func names(_ folder: Folder) throws -> [String] {
    try TemplateSource.all(at: folder.path).map { $0.name.replacing(folder.path, with: "") }
  }

  @Test func `a folder stands for the templates that no other one imports`() throws {
    let folder = try Folder([
      "a.yaml": version + "imports: [sub/../types/t.yaml]", "types/t.yaml": version + "imports: [u.yml]",
      "types/u.yml": version, "sub/deep/b.yml": template, "sub/hot.yaml": "heat_template_version: 2016-10-14",
      ".hidden/c.yaml": template, "notes.txt": template,
    ])
    #expect(try names(folder) == ["/a.yaml", "/sub/deep/b.yml"])
  }

  @Test func `a folder's HOT templates and Senlin specs come after its templates where they are wanted`()
    throws
  {
    let folder = try Folder([
      "a/b.yaml": template, "a/hot.yaml": "heat_template_version: 2016-10-14",
      "a/spec.yaml": "type: a\nversion: 1.0\nproperties: {}", "a/other.yaml": "type: a",
    ])
    let found = try TemplateSource.all(at: folder.path, withOpenStack: true)
    #expect(
      found.map { $0.name.replacing(folder.path, with: "") } == ["/a/b.yaml", "/a/hot.yaml", "/a/spec.yaml"])
    #expect(found.map { $0.openStackFile != nil } == [false, true, true])
  }

  @Test func `of templates that import each other one is read`() throws {
    let folder = try Folder([
      "a.yaml": version + "imports: [b.yaml]", "b.yaml": version + "imports: [a.yaml]", "c.yaml": template,
    ])
    #expect(try names(folder) == ["/a.yaml", "/c.yaml"])
  }

  @Test func `the templates of a folder may import what lies anywhere in it`() throws {
    let folder = try Folder([
      "a/a.yaml": version + "imports: [../types/t.yaml, ../../b.yaml]", "types/t.yaml": version,
      "c.yaml": template,
    ])
    let found = try TemplateSource.all(at: folder.path)
    #expect(found.map(\.name) == ["\(folder.path)/a/a.yaml", "\(folder.path)/c.yaml"])
    var log = DiagnosticLog()
    _ = found.first?.readTopology(reporting: &log)
    #expect(log.findings.map(\.message) == ["there is no file '../../b.yaml'"])
  }

  @Test func `a folder without a template is an error`() throws {
    let folder = try Folder(["a.yaml": "heat_template_version: 2016-10-14", "b.txt": template])
    #expect(
      throws: LoadingError(
        "'\(folder.path)' holds no TOSCA template: no YAML file has 'tosca_definitions_version'")
    ) { try names(folder) }
  }

  @Test func `who needs one template is told of several`() throws {
    let folder = try Folder(["a.yaml": template, "b.yaml": template])
    #expect(
      throws: LoadingError(
        "'\(folder.path)' holds 2 templates ('\(folder.path)/a.yaml', '\(folder.path)/b.yaml'); name one of them"
      )
    ) { try TemplateSource.one(at: folder.path) }
  }

  @Test func `a link out of a folder is not read`() throws {
    let outside = try Folder(["secret.yaml": template])
    let folder = try Folder(["a.yaml": template, "sub/b.yaml": template])
    try folder.link("c.yaml", to: outside.path + "/secret.yaml")
    try folder.link("loop", to: folder.path)
    #expect(try names(folder) == ["/a.yaml", "/sub/b.yaml"])
  }
}
