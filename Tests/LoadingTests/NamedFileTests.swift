import Diagnostics
import Foundation
import Loading
import Mutating
import TOSCA
import Testing

/// Files that a template names, such as scripts.
@Suite struct NamedFileTests {
  private func text(_ path: String, of name: String, from file: String, in folder: Folder) throws -> String {
    let source = try TemplateSource.one(at: "\(folder.path)/\(name)")
    let importer = SourceFile(name: "\(folder.path)/\(file)", bytes: [])
    return String(decoding: try source.bytes(of: path, namedBy: importer), as: UTF8.self)
  }

  @Test func `a file is looked for beside the file that names it, then beside the template`() throws {
    let folder = try Folder([
      "main.yaml": template, "a.sh": "top", "b.sh": "top", "types/t.yaml": version, "types/b.sh": "types",
    ])
    #expect(try text("a.sh", of: "main.yaml", from: "main.yaml", in: folder) == "top")
    #expect(try text("b.sh", of: "main.yaml", from: "types/t.yaml", in: folder) == "types")
    #expect(try text("a.sh", of: "main.yaml", from: "types/t.yaml", in: folder) == "top")
  }

  @Test(arguments: [
    "../secret.sh", "/etc/hostname", "link.sh", "none.sh", "http://example.com/a.sh", ".",
    "pipe/../../secret.sh",
  ])
  func `a file outside of the template's folder is not read`(path: String) throws {
    let folder = try Folder(["secret.sh": "secret", "in/main.yaml": template])
    try folder.link("in/link.sh", to: "\(folder.path)/secret.sh")
    #expect(throws: LoadingError.self) {
      try text(path, of: "in/main.yaml", from: "in/main.yaml", in: folder)
    }
  }

  @Test func `a file of a package is looked for beside the file that names it, then from the top`() throws {
    let folder = try Folder(["secret.sh": "secret"])
    let files: KeyValuePairs = [
      "TOSCA-Metadata/TOSCA.meta": meta, "Definitions/vnfd.yaml": template, "Scripts/a.sh": "a",
      "Definitions/b.sh": "b",
    ]
    try folder.write(Zip(files).data, to: "vnf.csar")
    for (path, expected) in ["../Scripts/a.sh": "a", "Scripts/a.sh": "a", "/Scripts/a.sh": "a", "b.sh": "b"] {
      #expect(try text(path, of: "vnf.csar", from: "vnf.csar/Definitions/vnfd.yaml", in: folder) == expected)
    }
    #expect(throws: LoadingError.self) {
      try text("../../secret.sh", of: "vnf.csar", from: "vnf.csar/Definitions/vnfd.yaml", in: folder)
    }
  }
}
