import ArgumentParser
import Loading
import TOSCA

/// The values that a user gives for the inputs of a template.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file with values for the template's inputs, in YAML or JSON.", valueName: "file"),
    completion: .file())
  var inputs: String?

  @Option(
    help: ArgumentHelp(
      "A value for one of the template's inputs; can be given again, and goes before those of --inputs.",
      valueName: "k=v"))
  var input: [String] = []

  func validate() throws {
    if let wrong = input.first(where: { !$0.dropFirst().contains("=") }) {
      throw ValidationError("'\(wrong)' is not of the form name=value")
    }
  }

  /// The values in the order in which they count, the strongest last.
  ///
  /// The template need not have the inputs that are `optional`.
  func sources(optional: Set<String> = []) throws(Failure) -> [InputSource] {
    var sources: [InputSource] = []
    if let inputs {
      do throws(LoadingError) {
        sources.append(.file(try FileLoader.read(inputs)))
      } catch {
        throw .trouble(error.message)
      }
    }
    return sources
      + input.map { option in
        let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let (name, text) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        return optional.contains(name) ? .optional(name: name, text: text) : .value(name: name, text: text)
      }
  }
}
