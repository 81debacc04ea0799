import Foundation

/// A process that has run a part of the cases.
struct Child {
  let measurements: [Measurement]
  /// The most memory that it had, in kilobytes; 0 when it did not reach its end.
  let peak: Int
  /// How it ended: `signal-11`, or `exit-0`.
  let reason: String

  static func run(from first: Int, to end: Int, seed: UInt64) throws -> Child {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["--from", "\(first)", "--to", "\(end)", "--seed", "\(seed)"]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n")
    let peak = lines.last.flatMap { $0.hasPrefix("peak ") ? Int($0.dropFirst(5)) : nil }
    let kind = process.terminationReason == .uncaughtSignal ? "signal" : "exit"
    return Child(
      measurements: lines.compactMap(Measurement.init), peak: peak ?? 0,
      reason: "\(kind)-\(process.terminationStatus)")
  }
}
