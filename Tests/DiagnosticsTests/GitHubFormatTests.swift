import Diagnostics
import Testing

@Suite struct GitHubFormatTests {
  @Test func `each finding is a command with its place`() {
    #expect(
      githubCommands([variedLog()]) == """
        ::error file=vnfd.yaml,line=1,col=1,title=empty-template::first
        ::warning file=vnfd.yaml,line=2,endLine=3,title=duplicate-key::second
        ::notice file=types/a b.yaml,line=1,col=1,endLine=1,endColumn=6,title=implicit-profile::third

        """)
    #expect(githubCommands([DiagnosticLog()]) == "")
  }

  @Test func `no text ends its command or begins another`() {
    #expect(
      githubCommands([log("a,b:c%.yaml", .error, "unknown-node", "100%\r\n::error::x")])
        == "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,endLine=1,endColumn=5,title=unknown-node"
        + "::100%25%0D%0A::error::x\n")
  }
}
