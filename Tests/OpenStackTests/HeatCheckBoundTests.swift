import Diagnostics
import Support
import Testing

/// What a large or hostile template may cost.
@Suite(.timeLimit(.minutes(1))) struct HeatCheckBoundTests {
  private static let head = "heat_template_version: 2018-08-31\nresources:\n"

  @Test func `a long chain of resources is no circle`() {
    let chain = (0..<30_000).map { "  r\($0): {type: OS::Heat::None, depends_on: r\($0 + 1)}\n" }
    let log = heatFindings(in: Self.head + chain.joined() + "  r30000: {type: OS::Heat::None}\n")
    #expect(log.findings.isEmpty)
  }

  @Test func `a circle of many resources is one finding`() {
    let chain = (0..<30_000).map { "  r\($0): {type: OS::Heat::None, depends_on: r\(($0 + 1) % 30_000)}\n" }
    let log = heatFindings(in: Self.head + chain.joined())
    #expect(log.findings.map(\.code.name) == ["hot-dependency-cycle"])
  }

  @Test func `of very many mistakes the first are told`() {
    let ports = (0..<20_000).map {
      "  r\($0): {type: OS::Neutron::Port, properties: {nam: {get_resource: x}}}\n"
    }
    let log = heatFindings(in: Self.head + ports.joined())
    #expect(log.findings.contains { $0.code.name == "too-many-findings" })
    #expect(log.findings.contains { $0.code.name == "hot-unknown-property" })
  }

  @Test func `many conditions that need each other are one finding`() {
    let conditions = (0..<20_000).map { "  c\($0): {not: c\(($0 + 1) % 20_000)}\n" }
    let log = heatFindings(in: "heat_template_version: 2018-08-31\nconditions:\n" + conditions.joined())
    #expect(log.findings.map(\.code.name) == ["hot-dependency-cycle"])
  }

  @Test(arguments: [
    "heat_template_version:",
    "heat_template_version: []\nresources: 1\noutputs: x\nconditions: y\nparameters: z",
    "heat_template_version: 2018-08-31\nresources: {a: {type: OS::Nova::Server, properties: {networks: [[[]]], flavor: {}}}}",
    "heat_template_version: 2018-08-31\nresources: {a: {type: OS::Nova::Server, properties: {if: []}}}",
    "type: []\nversion: {}\nproperties: 1",
    "heat_template_version: 2018-08-31\nparameters: {a: {type: number, default: 0, constraints: [{modulo: {step: 0, offset: 0}}]}}",
  ])
  func `what has no form at all gives findings`(text: String) {
    #expect(heatFindings(in: text).hasErrors)
  }
}
