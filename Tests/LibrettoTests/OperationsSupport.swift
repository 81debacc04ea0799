import Foundation

/// The program as a user starts it, on a data folder of its own.
final class Workplace {
  let folder = FileManager.default.temporaryDirectory.path + "/libretto-" + UUID().uuidString

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs a command to its end, with the folder as its data.
  func run(_ arguments: String...) throws -> Outcome {
    try Running(arguments + ["--data", folder]).outcome()
  }

  /// Starts a command with the folder as its data.
  func start(_ arguments: String...) throws -> Running {
    try Running(arguments + ["--data", folder])
  }

  /// Runs a command as it is.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    try Running(arguments, environment: environment).outcome()
  }

  static func sample(_ name: String) -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().path + "/tosca-samples/\(name).yaml"
  }
}

/// A started command.
final class Running {
  private let process = Process()
  private let output = Pipe()
  private let errors = Pipe()

  /// The program, which is built into the folder in which the test bundle lies.
  static let program: String? = {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let built = Bundle.allBundles.map(\.bundlePath) + CommandLine.arguments + (own.map { [$0] } ?? [])
    return built.map { URL(filePath: $0).deletingLastPathComponent().path + "/libretto" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  init(_ arguments: [String], environment: [String: String] = [:]) throws {
    process.executableURL = URL(filePath: Self.program ?? "/nowhere/libretto")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = errors
    try process.run()
  }

  var processID: Int32 { process.processIdentifier }

  /// The next line of the output, nil at its end.
  func line() -> String? {
    var bytes: [UInt8] = []
    while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first {
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Reads the rest of the output and waits for the end.
  func outcome() throws -> Workplace.Outcome {
    let text = try output.fileHandleForReading.readToEnd() ?? Data()
    let trouble = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Workplace.Outcome(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: trouble, as: UTF8.self))
  }
}
