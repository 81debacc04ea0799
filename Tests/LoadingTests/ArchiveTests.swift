import Foundation
import Loading
import Mutating
import Testing

/// Archives that a stranger made.
@Suite struct ArchiveTests {
  /// The findings of a package with an entry that is changed.
  private func findings(_ change: (inout Zip) -> Void) throws -> [String] {
    var zip = Zip(["TOSCA-Metadata/TOSCA.meta": meta, "Definitions/vnfd.yaml": template])
    change(&zip)
    let folder = try Folder()
    try folder.write(zip.data, to: "a.csar")
    return try folder.findings("a.csar")
  }

  @Test(arguments: [
    ("../b", "it leads out of its folder by '..'"), ("/b", "it begins with '/'"),
    ("C:/b", "it begins with a drive"), ("a\\b", "it has a backslash; '/' parts the folders of an archive"),
    ("a/../../b", "it leads out of its folder by '..'"), ("a//b", "it has an empty part"),
    ("a\nb", "it has a control character"), (String(repeating: "a/b", count: 2000), "it has over 4096 bytes"),
  ])
  func `an entry with an unsafe name is left out`(name: String, reason: String) throws {
    let found = try findings { $0.entries.append(Zip.Entry(name: name, text: "")) }
    let message = "the entry '\(name)' is left out, its name is not safe: \(reason)"
    #expect(found == ["a.csar:1:1 error package-entry-name \(message)"])
  }

  @Test func `of two entries of one name the first counts`() throws {
    let found = try findings {
      $0.entries.append(Zip.Entry(name: "Definitions/vnfd.yaml", text: "no template"))
    }
    #expect(found.map { $0.prefix(45) } == ["a.csar:1:1 error package-duplicate-entry 'Def"])
  }

  @Test func `a link in an archive is not followed`() throws {
    let found = try findings {
      $0.entries[1].mode = 0o120777
      $0.entries[1].text = "/etc/hostname"
    }
    #expect(
      found.map { $0.split(separator: " ").prefix(3).joined(separator: " ") } == [
        "a.csar:1:1 warning package-link",
        "a.csar/TOSCA-Metadata/TOSCA.meta:4:20 error package-missing-file",
      ])
  }

  /// What a directory may say of an entry that is not so.
  enum Lie: Sendable {
    case size(UInt32), packedSize(UInt32), checksum(UInt32)
  }

  @Test(arguments: [
    (Lie.size(10), "is longer than the 10 bytes"), (.size(1 << 30), "over a thousand times"),
    (.size(10_000), "its parts contradict each other"),
    (.checksum(1), "its checksum is wrong"),
    (.packedSize(10_000), "is longer than the 116 bytes"),
  ])
  func `an entry that is not as its archive says is not read`(lie: Lie, words: String) throws {
    let found = try findings { zip in
      switch lie {
      case .size(let size): zip.entries[1].announcedSize = size
      case .packedSize(let size): zip.entries[1].packedSize = size
      case .checksum(let sum): zip.entries[1].checksum = sum
      }
    }
    #expect(found.count == 1)
    #expect(found.first?.contains("package-unreadable-file") == true)
    #expect(found.first?.contains(words) == true, "\(found)")
  }

  @Test func `an entry that is encrypted or packed in an unknown way is not read`() throws {
    let encrypted = try findings { $0.entries[1].flags |= 1 }
    #expect(encrypted.count == 1)
    #expect(
      encrypted.first?.contains(
        "package-unreadable-file 'Definitions/vnfd.yaml' cannot be read: it is encrypted") == true)
    let unknown = try findings { $0.entries[1].method = 97 }
    #expect(unknown.count == 1)
    #expect(unknown.first?.contains("it is compressed by a method that is not supported") == true)
  }

  @Test(arguments: [0, 4, 60, 300]) func `an archive that is cut short is one finding`(count: Int) throws {
    let zip = Zip(["TOSCA-Metadata/TOSCA.meta": meta, "Definitions/vnfd.yaml": template])
    let folder = try Folder()
    try folder.write(zip.data.prefix(count), to: "a.csar")
    #expect(try folder.codes("a.csar") == ["a.csar:1:1 error package-archive"])
  }

  @Test func `an archive may have a long comment`() throws {
    #expect(try findings { $0.comment = String(repeating: "PK", count: 30_000) } == [])
  }

  @Test func `an archive that announces very many entries is not opened`() throws {
    // The end of an archive with 64-bit counts: the record, the place of the record, and the end record.
    var zip = Zip(["a.yaml": template]).data
    let end = zip.count - 22
    let record: [UInt8] =
      [0x50, 0x4B, 6, 6, 44] + Array(repeating: 0, count: 19) + [0, 0, 0, 16, 0, 0, 0, 0]
    let locator: [UInt8] = [0x50, 0x4B, 6, 7, 0, 0, 0, 0, UInt8(end), 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    zip.insert(contentsOf: record + record[24...] + Array(repeating: 0, count: 16) + locator, at: end)
    let folder = try Folder()
    try folder.write(zip, to: "a.csar")
    #expect(
      try folder.findings("a.csar") == [
        "a.csar:1:1 error package-archive the archive has 268435456 entries; a package may have 100000"
      ])
  }

  @Test func `a template in a package has the size of a template`() throws {
    let folder = try package()
    let file = try FileHandle(forWritingTo: URL(filePath: folder.path + "/Definitions/vnfd.yaml"))
    try file.truncate(atOffset: 65 << 20)
    #expect(
      try folder.findings() == [
        "TOSCA-Metadata/TOSCA.meta:4:20 error package-unreadable-file 'Definitions/vnfd.yaml' has over 64 MB, more than is ever needed"
      ])
  }

  @Test func `a pipe in a folder is not read`() throws {
    let folder = try package(meta + "\nName: pipe.sh\n")
    #expect(mkfifo(folder.path + "/pipe.sh", 0o600) == 0)
    #expect(try folder.codes() == ["TOSCA-Metadata/TOSCA.meta:6:7 error package-missing-file"])
  }
}
