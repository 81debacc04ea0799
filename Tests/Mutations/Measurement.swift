import Foundation
import Mutating

/// What one case has cost.
struct Measurement: Sendable {
  let number: Int
  let findings: Int
  /// Processor time, so that other programs on the machine do not count.
  let seconds: Double

  static func of(_ mutated: MutatedCase, _ number: Int) -> Measurement {
    let start = processorTime()
    let findings = mutated.run()
    return Measurement(number: number, findings: findings, seconds: processorTime() - start)
  }

  var line: String { "\(number) \(findings) \(seconds)" }

  init(number: Int, findings: Int, seconds: Double) {
    self.number = number
    self.findings = findings
    self.seconds = seconds
  }

  /// Reads a line that a child has printed.
  init?(_ line: Substring) {
    let words = line.split(separator: " ")
    guard words.count == 3, let number = Int(words[0]), let findings = Int(words[1]),
      let seconds = Double(words[2])
    else { return nil }
    self.init(number: number, findings: findings, seconds: seconds)
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What all cases have cost together.
struct Total: CustomStringConvertible {
  var cases = 0
  var findings = 0
  var seconds = 0.0
  var slow = 0
  var crashes = 0
  /// The most memory of a process, in kilobytes.
  var peak = 0
  var slowest: Measurement?

  mutating func add(_ measurement: Measurement) {
    cases += 1
    findings += measurement.findings
    seconds += measurement.seconds
    if measurement.seconds > Mutations.slow { slow += 1 }
    if measurement.seconds > slowest?.seconds ?? 0 { slowest = measurement }
  }

  var description: String {
    let milliseconds = ((slowest?.seconds ?? 0) * 1000).rounded()
    return """
      cases:    \(cases), of them \(crashes) crashed, \(slow) took over a second
      findings: \(findings)
      time:     \(seconds.rounded()) s of processor time
      slowest:  number \(slowest?.number ?? 0) with \(milliseconds) ms
      memory:   \(peak / 1024) MB at the most
      """
  }
}
