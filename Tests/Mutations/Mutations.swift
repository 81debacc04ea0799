import ArgumentParser
import Foundation
import Mutating

/// Reads and translates mutated templates and packages, to see that none crashes, hangs or costs much.
///
///     swift run -c release Mutations --count 50000 --seed 1
///
/// The cases run in child processes. One that crashes, or takes over a second of processor time, is saved with its
/// number; the same seed and number make the same case again, as `--only NUMBER` shows.
@main
struct Mutations: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read and translate mutated templates and packages.")

  @Option(help: "How many cases are run.")
  var count = 50_000

  @Option(help: "What the cases are made of, with their numbers.")
  var seed: UInt64 = 1

  @Option(help: "The folder where bad cases are saved.")
  var save = "bad-cases"

  @Option(help: "Runs one case in this process and prints it.")
  var only: Int?

  @Option(help: .hidden)
  var from: Int?

  @Option(help: .hidden)
  var to: Int?

  /// A case may take so much processor time, in seconds, before it counts as bad.
  static let slow = 1.0

  func run() throws {
    if let only {
      let mutated = MutatedCase(only, seed: seed, from: Seeds())
      print(mutated.path, mutated.how)
      try save(mutated, only, "only")
      print(Measurement.of(mutated, only).line)
    } else if let from, let to {
      runCases(from..<to)
    } else {
      try runChildren()
    }
  }

  /// Runs cases in this process and prints a line for each, then the most memory that the process had.
  private func runCases(_ numbers: Range<Int>) {
    let seeds = Seeds()
    for number in numbers {
      let mutated = MutatedCase(number, seed: seed, from: seeds)
      // The signal ends a case that hangs.
      alarm(30)
      let line = Measurement.of(mutated, number).line
      alarm(0)
      write(line)
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    write("peak \(usage.ru_maxrss)")
  }

  private func write(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  private func save(_ mutated: MutatedCase, _ number: Int, _ why: String) throws {
    try FileManager.default.createDirectory(atPath: save, withIntermediateDirectories: true)
    let ending = mutated.kind == .package ? "csar" : "yaml"
    let file = URL(filePath: save).appending(path: "\(why)-\(seed)-\(number).\(ending)")
    try Data(mutated.bytes).write(to: file)
    print("saved \(file.path): \(mutated.path), \(mutated.how.joined(separator: ", "))")
  }

  private func runChildren() throws {
    let seeds = Seeds()
    var total = Total()
    var next = 0
    while next < count {
      let end = min(count, next + 1000)
      let child = try Child.run(from: next, to: end, seed: seed)
      for measurement in child.measurements {
        total.add(measurement)
        if measurement.seconds > Self.slow {
          try save(MutatedCase(measurement.number, seed: seed, from: seeds), measurement.number, "slow")
        }
      }
      total.peak = max(total.peak, child.peak)
      next += child.measurements.count
      if next < end {
        total.crashes += 1
        try save(MutatedCase(next, seed: seed, from: seeds), next, "crash-\(child.reason)")
        next += 1
      }
    }
    print(total)
    if total.crashes > 0 || total.slow > 0 { throw ExitCode.failure }
  }
}
