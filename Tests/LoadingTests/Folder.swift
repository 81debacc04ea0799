import Diagnostics
import Foundation
import Loading
import TOSCA

/// A folder of the test's own, which goes with it.
final class Folder: Sendable {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "libretto-\(UUID().uuidString)")
    path = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(Data(text.utf8), to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: Data, to name: String) throws {
    let file = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// Reads the template or the package `name` and writes its findings as `file:line:column code message`.
  func findings(_ name: String = "", within bounds: LoadingBounds = LoadingBounds()) throws -> [String] {
    var log = DiagnosticLog()
    let whole = name.isEmpty ? path : "\(path)/\(name)"
    _ = try TemplateSource.one(at: whole, within: bounds).readTopology(reporting: &log)
    return log.sorted.map { finding in
      let (range, file) = (finding.range, log[file: finding.range.file].name)
      let place = "\(file):\(range.start.line):\(range.start.column)"
      return "\(place) \(finding.severity.rawValue) \(finding.code.name) \(finding.message)"
        .replacing(path + "/", with: "")
    }
  }

  /// The findings without their messages.
  func codes(_ name: String = "", within bounds: LoadingBounds = LoadingBounds()) throws -> [String] {
    try findings(name, within: bounds).map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
  }
}

let version = "tosca_definitions_version: tosca_simple_yaml_1_3\n"

/// A template without findings.
let template = version + "topology_template: {node_templates: {n: {type: tosca.nodes.Root}}}\n"
