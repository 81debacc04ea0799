import Diagnostics
import Foundation
import Loading
import OpenStack
import TOSCA
import Translation
import YAML

/// Imports nothing.
private struct NoLoader: SourceLoader {
  func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile {
    throw LoadingError("nothing is imported here")
  }
}

private let sample: [UInt8] = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let path = root.appending(path: "tosca-samples/vdu-autoscaling.yaml").path
  return Array(FileManager.default.contents(atPath: path) ?? Data())
}()

/// Reading, validation and translation of the sample and of generated templates.
var readingCases: [Benchmark] {
  var cases = steps(of: sample, named: "sample")
  for count in [10, 100, 1000, 10_000] {
    cases += steps(of: triples(count), named: "\(count) triples", runs: count > 1000 ? 5 : 15)
  }
  // Ten times the nodes take about ten times as long, in whatever order they stand.
  for count in [3000, 30_000] {
    cases.append(graph(of: chain(count), named: "\(count) nodes, each after the one that needs it"))
    cases.append(graph(of: typed(count), named: "\(count) requirements by type"))
  }
  return cases
}

private func graph(of bytes: [UInt8], named name: String) -> Benchmark {
  Benchmark(name: name, runs: 5) {
    ContinuousClock().measure {
      var log = DiagnosticLog()
      let topology = readTopology(
        from: SourceFile(name: "x", bytes: bytes), loader: NoLoader(), reporting: &log)
      precondition(topology != nil && !log.hasErrors)
    }
  }
}

private func steps(of bytes: [UInt8], named name: String, runs: Int = 15) -> [Benchmark] {
  [
    Benchmark(name: "\(name): libyaml's events", runs: runs) {
      ContinuousClock().measure { precondition(eventCount(bytes) > 0) }
    },
    Benchmark(name: "\(name): to a tree", runs: runs) {
      ContinuousClock().measure {
        var log = DiagnosticLog()
        let file = log.add(SourceFile(name: "x", bytes: bytes))
        precondition(YAMLTree(parsing: bytes, file: file, reporting: &log).root != nil)
      }
    },
    Benchmark(name: "\(name): to a graph", runs: runs) {
      ContinuousClock().measure {
        var log = DiagnosticLog()
        let topology = readTopology(
          from: SourceFile(name: "x", bytes: bytes), loader: NoLoader(), reporting: &log)
        precondition(topology != nil && !log.hasErrors)
      }
    },
    Benchmark(name: "\(name): to HOT text", runs: runs) {
      ContinuousClock().measure {
        var log = DiagnosticLog()
        let topology = readTopology(
          from: SourceFile(name: "x", bytes: bytes), loader: NoLoader(), reporting: &log)
        let translation = topology.flatMap { translate($0, reporting: &log) }
        precondition(translation?.files.isEmpty == false)
      }
    },
  ]
}
