import Engine
import Foundation
import OpenStack
import Testing

@Suite struct StoreTests {
  @Test func `a damaged database is named with what to do`() async throws {
    let folder = try TestFolder()
    try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: folder.folder.database))
    let error = await #expect(throws: EngineError.self) { try await Engine.open(folder.folder) }
    #expect(error?.kind == .store)
    #expect(
      error?.message
        == "'\(folder.folder.database)' is damaged; move it away to begin anew, or put a copy of it in its place"
    )
  }

  @Test func `a database with a damaged page is refused`() async throws {
    let bench = try await Workbench()
    try await bench.create("vnf1", clusterTemplate, files: vduFiles)
    await bench.engine.close()
    let url = URL(fileURLWithPath: bench.folder.folder.database)
    var bytes = try Data(contentsOf: url)
    bytes.replaceSubrange(4096..<16384, with: Data(repeating: 0x5A, count: 12288))
    try bytes.write(to: url)
    let error = await #expect(throws: EngineError.self) { try await Engine.open(bench.folder.folder) }
    #expect(error?.kind == .store)
  }

  @Test func `a folder that is a file is named`() throws {
    let folder = try TestFolder()
    let path = folder.folder.path + "/file"
    try Data().write(to: URL(fileURLWithPath: path))
    #expect(
      throws: EngineError(
        .store, "StoreError", "'\(path)' is not a folder; remove it or name another folder with --data")
    ) {
      try DataFolder(path).prepare()
    }
  }

  @Test func `one process at a time has the lock and says where it answers`() throws {
    let folder = try TestFolder()
    guard case .owned(let lock) = try folder.folder.claim(address: "http://127.0.0.1:8778") else {
      Issue.record("the lock of a new folder was held")
      return
    }
    guard case .held(let owner) = try folder.folder.claim() else {
      Issue.record("the lock was given twice")
      return
    }
    #expect(owner?.address == "http://127.0.0.1:8778")
    #expect(owner?.pid == ProcessInfo.processInfo.processIdentifier)
    withExtendedLifetime(lock) {}
  }

  @Test func `the lock is free again when its holder lets go`() throws {
    let folder = try TestFolder()
    for _ in 0..<2 {
      guard case .owned = try folder.folder.claim() else {
        Issue.record("the lock was not given back")
        return
      }
    }
  }

  @Test func `the token stays the same and is for its owner only`() throws {
    let folder = try TestFolder()
    let token = try folder.folder.token()
    #expect(try folder.folder.token() == token)
    #expect(token.count == 32)
    let mode = try FileManager.default.attributesOfItem(atPath: folder.folder.tokenFile)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func `the standard folder follows the environment`() throws {
    #expect(
      try DataFolder.standard(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"]).path == "/s/libretto")
    #expect(try DataFolder.standard(environment: ["HOME": "/h"]).path == "/h/.local/state/libretto")
    #expect(throws: EngineError.self) { try DataFolder.standard(environment: [:]) }
  }
}
