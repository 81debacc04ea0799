import Diagnostics
import Foundation
import Loading
import TOSCA
import Testing
import Translation

/// Each sample of `tosca-samples` beside what it becomes in `hot-output`.
///
/// `UPDATE_OUTPUT=1 swift test --filter Samples` writes the outputs anew.
@Suite struct SamplesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_OUTPUT"] == "1"

  static let samples: [String] = {
    let folder = root.appending(path: "tosca-samples").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()
  }()

  @Test func `there are samples`() {
    #expect(Self.samples.count >= 5)
  }

  @Test(arguments: samples)
  func `a sample becomes what stands in hot-output`(name: String) throws {
    let path = Self.root.appending(path: "tosca-samples/\(name).yaml")
    let source = SourceFile(name: "\(name).yaml", bytes: Array(try Data(contentsOf: path)))
    var log = DiagnosticLog()
    let loader = FileLoader(importsOf: path.path)
    let topology = readTopology(from: source, loader: loader, reporting: &log)
    let translation = topology.flatMap { translate($0, reporting: &log) }
    var files: [String: String] = [:]
    for file in translation?.files ?? [] {
      files[file.name] = String(decoding: file.bytes, as: UTF8.self)
    }
    for file in translation?.attachments ?? [] {
      let read = try loader.load(file.path, importedBy: SourceFile(name: path.path, bytes: []))
      files[file.name] = String(decoding: read.bytes, as: UTF8.self)
    }
    let findings = log.pretty()
    if !findings.isEmpty { files["diagnostics.txt"] = findings }

    let folder = Self.root.appending(path: "hot-output/\(name)")
    if Self.isUpdating {
      try Self.write(files, to: folder)
    }
    #expect(try Self.read(folder) == files)
    if translation == nil { #expect(Array(files.keys) == ["diagnostics.txt"]) }
  }

  @Test func `every output belongs to a sample`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "hot-output").path)
    #expect(folders.sorted() == Self.samples)
  }

  private static func write(_ files: [String: String], to folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private static func read(_ folder: URL) throws -> [String: String] {
    var files: [String: String] = [:]
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for name in names {
      let file = folder.appending(path: name)
      guard !file.hasDirectoryPath, let data = FileManager.default.contents(atPath: file.path) else {
        continue
      }
      files[name] = String(decoding: data, as: UTF8.self)
    }
    return files
  }
}
