import Support
import Testing

/// The promise to whoever reviews a template: one finding for each mistake, where it stands, and what was meant.
@Suite struct OneMistakeTests {
  @Test(arguments: OneMistake.all)
  func `one mistake is one finding`(mistake: OneMistake) {
    expectFindings(
      mistake.template, .whole, importing: mistake.files, elsewhere: mistake.elsewhere)
    #expect(MarkedTemplate(mistake.template).marks.count + mistake.elsewhere.count == 1)
  }

  @Test func `no mistake is told of twice`() {
    #expect(Set(OneMistake.all.map(\.rule)).count == OneMistake.all.count)
    #expect(OneMistake.all.count > 200)
  }
}
