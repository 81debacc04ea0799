import ArgumentParser
import Diagnostics
import Drawing
import Glibc
import Translation

/// `libretto graph`: draws a topology, or what it becomes.
struct Graph: ParsableCommand {
  /// The languages of drawings.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case dot, mermaid, svg

    /// The format that the name of a file asks for.
    init?(fileName: String) {
      switch fileName.split(separator: ".").last?.lowercased() {
      case "dot", "gv": self = .dot
      case "mmd", "mermaid": self = .mermaid
      case "svg": self = .svg
      default: return nil
      }
    }

    func text(of graph: Drawing.Graph) -> String {
      switch self {
      case .dot: graph.dot
      case .mermaid: graph.mermaid
      case .svg: graph.svg
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Draw a TOSCA template, or the resources that it becomes.",
    discussion: """
      The drawing shows the node templates with their requirements, groups and policies, and what a substitution maps \
      to the outside; with --translated the resources of all files with their references. It is in the language of \
      Graphviz (dot), in that of Mermaid, or an SVG image, for which no other program is needed. A template with \
      errors is drawn as far as it can be, unless it is to be translated; the exit status is then 1. Findings go to \
      standard error.
      """)

  @OptionGroup var template: TemplateOptions
  @OptionGroup var inputs: InputOptions

  @Option(
    name: .shortAndLong,
    help:
      "The language of the drawing, else what the ending of --output says (.dot, .gv, .mmd, .svg), else dot.")
  var format: Format?

  @Flag(help: "Draw the resources that the template becomes.")
  var translated = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write the drawing to this file.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let (graph, hasErrors) = try drawing()
    let text = (format ?? output.flatMap(Format.init(fileName:)) ?? .dot).text(of: graph)
    if let output {
      try save(Array(text.utf8), to: output.contains("/") ? output : "./" + output)
    } else {
      write(text, to: STDOUT_FILENO)
    }
    if hasErrors { throw Failure.findings }
    // All is said; to give back the parts of a large graph one by one would take a while.
    Glibc.exit(0)
  }

  private func drawing() throws -> (Drawing.Graph, hasErrors: Bool) {
    if translated {
      let translation = try template.translation(
        inputs: inputs.sources(optional: Translation.optionalInputs))
      return (Drawing.Graph(translation, title: template.path), false)
    }
    let (topology, files, hasErrors) = try template.topology(inputs: inputs.sources())
    let graph = Drawing.Graph(topology, title: template.path) { files[file: $0].name }
    return (graph, hasErrors)
  }
}
