/// Times the parts of the program in process, a line for each case.
///
/// Run as `swift run -c release Benchmarks [word]`; with a word only the cases whose names have it. Times are medians
/// with the least and the most beside them. Whole processes are better timed from outside.
@main
struct Benchmarks {
  static func main() async throws {
    let filter = CommandLine.arguments.dropFirst().first ?? ""
    let cases = readingCases + heatCases + engineCases
    for benchmark in cases where filter.isEmpty || benchmark.name.contains(filter) {
      print(try await benchmark.line())
    }
  }
}

/// One case: what is done, how often, and what its time is compared with.
struct Benchmark: Sendable {
  let name: String
  var runs = 15
  /// Made before the clock runs, with each run.
  let run: @Sendable () async throws -> Duration

  func line() async throws -> String {
    _ = try await run()
    var times: [Duration] = []
    for _ in 0..<runs {
      times.append(try await run())
    }
    times.sort()
    let median = times[times.count / 2]
    let padded = name + String(repeating: " ", count: max(1, 44 - name.count))
    let (least, most) = (times[0], times[times.count - 1])
    return "\(padded)\(milliseconds(median)) ms   (\(milliseconds(least)) to \(milliseconds(most)))"
  }
}

/// Milliseconds with three digits behind the point.
func milliseconds(_ duration: Duration) -> String {
  let (seconds, attoseconds) = duration.components
  let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
  let thousandths = String(microseconds % 1000)
  return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - thousandths.count) + thousandths
}
