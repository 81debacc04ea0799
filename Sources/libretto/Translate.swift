import ArgumentParser
import FoundationEssentials
import Glibc
import OpenStack
import Translation

/// `libretto translate`: shows what a template becomes.
struct Translate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract: "Translate a TOSCA template to Heat templates and Senlin specs.",
    discussion: """
      Without -o the templates go to standard output as one YAML stream, each headed by '# file: NAME'. With -o they \
      are written to a folder: stack.yaml, the nested templates, copies of the scripts that they name, and \
      senlin/*.yaml, bare specs for 'openstack cluster ... create --spec-file'. Findings go to standard error; what the translation leaves out is a \
      warning with its place.
      """)

  @OptionGroup var template: TemplateOptions
  @OptionGroup var inputs: InputOptions

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the files to this folder.", valueName: "dir"))
  var output: String?

  @Flag(help: "Translate a template with errors too, as far as it goes; the exit status is 1 all the same.")
  var keepGoing = false

  func run() throws {
    let outcome = try template.outcome(
      inputs: inputs.sources(optional: Translation.optionalInputs), keepsGoing: keepGoing,
      readingFiles: output != nil)
    let translation = outcome.translation
    guard let output else {
      let documents = [("stack.yaml", translation.mainText)] + translation.nestedFiles
      for (offset, (name, bytes)) in documents.enumerated() {
        write((offset > 0 ? "---\n" : "") + "# file: \(name)\n", to: STDOUT_FILENO)
        write(bytes, to: STDOUT_FILENO)
      }
      // All is said; to give back the parts of a large topology one by one would take a while.
      Glibc.exit(outcome.hasErrors ? Failure.findings.exitCode : 0)
    }
    for (name, bytes) in translation.files + outcome.files {
      // Names come from strangers; none was meant to get here that leads out of the folder.
      precondition(
        !name.hasPrefix("/") && !name.split(separator: "/").contains(".."), "a name leads elsewhere")
      try save(bytes, to: "\(output)/\(name)")
    }
    if outcome.hasErrors { throw Failure.findings }
  }
}

/// Writes a file whole or not at all, and the folders above it.
func save(_ bytes: [UInt8], to path: String) throws {
  let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
  do {
    try FileManager.default.createDirectory(atPath: String(folder), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path), options: .atomic)
  } catch let error as CocoaError {
    let reason =
      switch error.code {
      case .fileWriteNoPermission, .fileReadNoPermission: "permission denied"
      case .fileWriteOutOfSpace: "no space is left"
      case .fileWriteVolumeReadOnly: "the file system is read-only"
      case .fileWriteFileExists: "a file stands where a folder must be"
      default: "the system refuses it (error \(error.code.rawValue))"
      }
    throw Failure.trouble("'\(path)' cannot be written: \(reason)")
  }
}
