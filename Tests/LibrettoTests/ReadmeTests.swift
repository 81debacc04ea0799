import Foundation
import Testing

/// What README.md shows is what the program prints.
@Suite struct ReadmeTests {
  @Test func `every command of the tour prints what stands below it`() throws {
    let shell = try Shell()
    let deploy = try #require(Readme.block("sh deploy")?.split(separator: "\n").last.map(String.init))
    #expect(shell.run(deploy.replacing(".build/release/libretto", with: "libretto")).status == 0)
    for step in Readme.steps {
      let outcome = shell.run(step.command)
      #expect(
        matches(outcome.output, step.output),
        "$ \(step.command)\n\(outcome.output)\n--- README has:\n\(step.output)")
    }
  }

  @Test func `the commands of the service's chapter work together`() throws {
    let shell = try Shell()
    let block = try #require(Readme.block("sh serve"))
    // A busy machine may take longer to start the service than a reader does to type.
    let isServing = #"grep -qs http "$XDG_STATE_HOME/libretto/lock""#
    let wait = "for i in $(seq 300); do \(isServing) && break; sleep 0.1; done"
    let script = block.replacing("libretto serve &", with: "libretto serve --listen 127.0.0.1:0 &")
      .replacing("sleep 1", with: wait)
    let outcome = shell.run("set -m; " + script)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("workers_worker_cluster: ACTIVE, 4 nodes"), "\(outcome.output)")
  }
}

/// The code blocks of README.md.
private enum Readme {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let lines = ((try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? "")
    .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)

  static func block(_ kind: String) -> String? {
    guard let start = lines.firstIndex(of: "```" + kind) else { return nil }
    return lines[(start + 1)...].prefix { $0 != "```" }.joined(separator: "\n")
  }

  /// The commands of all `console` blocks with what they print.
  static var steps: [(command: String, output: String)] {
    var steps: [(command: String, lines: [String])] = []
    var isInside = false
    for line in lines {
      if line == "```console" || line == "```" {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append((String(line.dropFirst(2)), []))
      } else if isInside {
        steps[steps.count - 1].lines.append(line)
      }
    }
    return steps.map { ($0.command, $0.lines.joined(separator: "\n")) }
  }
}

/// A shell that finds the program, on a data folder of its own.
private struct Shell {
  private let workplace = Workplace()
  private let program: String

  init() throws {
    program = try #require(Running.program)
  }

  func run(_ command: String) -> (status: Int32, output: String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = Readme.root
    let folder = URL(filePath: program).deletingLastPathComponent().path
    process.environment = ProcessInfo.processInfo.environment.merging([
      "XDG_STATE_HOME": workplace.folder,
      "PATH": folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? ""),
    ]) { $1 }
    process.standardOutput = output
    process.standardError = output
    do { try process.run() } catch { return (-1, "\(error)") }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }
}

/// Whether a text is the expected one, but for ids, times and what `...` stands for.
private func matches(_ text: String, _ expected: String) -> Bool {
  let lines = plain(text).split(separator: "\n")
  var rest = lines[...]
  var isOpen = false
  for line in plain(expected).split(separator: "\n") {
    if line == "..." {
      isOpen = true
      continue
    }
    guard let found = isOpen ? rest.firstIndex(of: line) : (rest.first == line ? rest.startIndex : nil) else {
      return false
    }
    rest = rest[(found + 1)...]
    isOpen = false
  }
  return isOpen || rest.isEmpty
}

private func plain(_ text: String) -> String {
  text
    .replacing(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, with: "UUID")
    .replacing(/-[0-9a-f]{12}\b/, with: "-ID")
    .replacing(/node-[0-9a-f]{8}/, with: "node-ID")
    .replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "TIME")
    .replacing(/\d+ s of the cooldown/, with: "SECONDS s of the cooldown")
    .replacing(/10\.171\.0\.\d/, with: "ADDRESS")
}
