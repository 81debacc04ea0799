import Mutating
import Testing

/// Templates that accidents and strangers have changed end with findings, whatever they are.
@Suite struct MutationTests {
  /// Few enough for every test run; `swift run -c release Mutations` has the many.
  private static let count = 2000

  @Test(.timeLimit(.minutes(10)), arguments: 0..<20)
  func `a mutated template or package ends with findings`(part: Int) {
    let size = Self.count / 20
    let seeds = Self.seeds
    let findings = (part * size..<(part + 1) * size).map { MutatedCase($0, seed: 1, from: seeds).run() }
    #expect(findings.count { $0 > 0 } > size / 2, "most mutations are mistakes")
  }

  @Test func `a seed and a number make the same case again`() {
    let (first, second) = (
      MutatedCase(7, seed: 3, from: Self.seeds), MutatedCase(7, seed: 3, from: Self.seeds)
    )
    #expect(first.bytes == second.bytes)
    #expect(MutatedCase(8, seed: 3, from: Self.seeds).bytes != first.bytes)
    #expect(MutatedCase(7, seed: 4, from: Self.seeds).bytes != first.bytes)
  }

  private static let seeds = Seeds(onlyQuick: true)
}
