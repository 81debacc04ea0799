import Testing

/// The templates of other projects as judge: what they call valid is accepted, what they call wrong is refused.
@Suite(.enabled(if: Corpus.isPresent, "no ../shared/corpus lies beside the checkout"))
struct CorpusTests {
  @Test(arguments: Corpus.all)
  func `a corpus and the program agree, but for what is listed`(corpus: Corpus) async throws {
    let listed = try Disagreement.all().filter { $0.corpus == corpus.name }
    let faults = Dictionary(listed.map { ($0.id, $0.fault) }) { first, _ in first }
    let results = await Self.judge(try corpus.cases())
    let disagreements = results.filter { $0.disagreement != nil }

    let unlisted = disagreements.filter { faults[$0.sample.id] == nil }
    #expect(unlisted.map(\.description) == [], "these are not listed in disagreements.md")
    let agreeing = Set(faults.keys).subtracting(disagreements.map(\.sample.id))
    #expect(agreeing.sorted() == [], "the corpus and the program agree about these, so they need no line")

    let tally = Tally(results.filter { faults[$0.sample.id] != .theirs })
    print("\(corpus.name): \(tally); their bug: \(results.count - tally.count)")
    #expect(tally.hasAtLeast(percent: corpus.name == "tacker" ? 100 : 95))
  }

  @Test func `a disagreement is listed once, under its corpus, with a reason`() throws {
    let listed = try Disagreement.all()
    #expect(Set(listed.map(\.corpus)).subtracting(Corpus.all.map(\.name)) == [])
    #expect(Set(listed.map { [$0.corpus, $0.id] }).count == listed.count)
    // A section of a specification, or the place in the corpus itself that shows the mistake.
    let unfounded = listed.filter { $0.fault == .theirs && !$0.reason.contains(/\d/) }
    #expect(unfounded.map(\.id) == [])
  }

  private struct Result: Sendable, CustomStringConvertible {
    let offset: Int
    let sample: CorpusCase
    let disagreement: String?

    var description: String { "\(sample.id) [\(sample.expectation)] \(disagreement ?? "")" }
  }

  private static func judge(_ cases: [CorpusCase]) async -> [Result] {
    await withTaskGroup { group in
      for (offset, sample) in cases.enumerated() {
        group.addTask {
          Result(
            offset: offset, sample: sample, disagreement: Verdict(of: sample).disagreement(on: sample))
        }
      }
      var results: [Result] = []
      for await result in group { results.append(result) }
      return results.sorted { $0.offset < $1.offset }
    }
  }

  /// How many templates of each kind are judged as expected.
  private struct Tally: CustomStringConvertible {
    var valid = (agreed: 0, all: 0)
    var wrong = (agreed: 0, all: 0)
    /// Templates in a later version of the language, which is named and no more.
    var later = (agreed: 0, all: 0)

    init(_ results: [Result]) {
      for result in results {
        let agreed = result.disagreement == nil ? 1 : 0
        switch result.sample.expectation {
        case .accepted: valid = (valid.agreed + agreed, valid.all + 1)
        case .refused, .refusedFor: wrong = (wrong.agreed + agreed, wrong.all + 1)
        case .onlyFinding: later = (later.agreed + agreed, later.all + 1)
        }
      }
    }

    var count: Int { valid.all + wrong.all + later.all }

    var description: String {
      "\(valid.agreed) of \(valid.all) valid accepted, \(wrong.agreed) of \(wrong.all) wrong refused"
        + (later.all == 0 ? "" : ", \(later.agreed) of \(later.all) in TOSCA 2.0 named so")
    }

    func hasAtLeast(percent: Int) -> Bool {
      [valid, wrong, later].allSatisfy { $0.agreed * 100 >= $0.all * percent }
    }
  }
}
