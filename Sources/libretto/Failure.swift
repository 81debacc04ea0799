import ArgumentParser
import FoundationEssentials
import Glibc

/// Why a command ends early; the message is the one that the user sees.
enum Failure: Error {
  /// The template has errors, which were printed.
  case findings
  /// The command line asks for something that does not go together.
  case usage(String)
  /// File, network, server or database: trouble outside the template.
  case trouble(String)

  var exitCode: Int32 {
    switch self {
    case .findings: 1
    case .usage: 2
    case .trouble: 3
    }
  }
}

/// Prints one line to standard error.
func printError(_ message: String) {
  write("libretto: \(message)\n", to: STDERR_FILENO)
}

/// Writes text to a file descriptor at once.
func write(_ text: String, to descriptor: Int32) {
  write(Array(text.utf8), to: descriptor)
}

/// Writes bytes to a file descriptor at once.
///
/// What a reader who went away does not take is lost; other trouble with standard output ends the program.
func write(_ bytes: [UInt8], to descriptor: Int32) {
  var bytes = bytes[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else {
      if errno == EINTR { continue }
      if descriptor == STDOUT_FILENO, errno != EPIPE {
        printError("standard output cannot be written: \(String(cString: strerror(errno)))")
        Glibc.exit(Failure.trouble("").exitCode)
      }
      return
    }
    bytes = bytes.dropFirst(count)
  }
}

/// A value as JSON with its keys in order of name.
func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
