import Diagnostics
import Mutating
import TOSCA
import Testing

@testable import Loading

@Suite struct ExistenceTests {
  @Test func `a loader that knows no bounds does not say whether a file is there`() {
    let file = SourceFile(name: "a.yaml", bytes: [])
    #expect(FileLoader(importsOf: "a.yaml").exists("b.sh", relativeTo: file) == nil)
  }

  @Test(
    arguments: [
      ("vnfd.yaml", true), ("../Scripts/a.sh", true), ("/Scripts/a.sh", true), ("../Scripts", true),
      ("Scripts/a.sh", false), ("../../a.sh", false), ("", true), ("../link", false),
      ("http://a.test/a.sh", nil),
    ] as [(String, Bool?)])
  func `a package says whether it has a file`(name: String, answer: Bool?) throws {
    let outside = try Folder(["secret": ""])
    let folder = try package(meta, ["Scripts/a.sh": ""])
    try folder.link("link", to: outside.path + "/secret")
    let files: KeyValuePairs = ["Definitions/vnfd.yaml": template, "Scripts/a.sh": ""]
    try folder.write(Zip(files).data, to: "a.csar")

    let unpacked = PackageFolder(try FolderListing(folder.path))
    let path = folder.path + "/a.csar"
    let packed = try ZipArchive(try LocalFile(path, shown: path), name: path)
    for entries in [unpacked, packed] as [any PackageEntries] {
      let loader = PackageLoader(entries: entries, remote: RemoteFiles(LoadingBounds()))
      let importer = SourceFile(name: entries.shown("Definitions/vnfd.yaml"), bytes: [])
      #expect(loader.exists(name, relativeTo: importer) == answer)
    }
  }
}
