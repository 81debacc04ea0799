import Diagnostics
import Glibc
import TOSCA
import Translation

/// Reads, judges and translates what libFuzzer makes up; whatever it is, there must be findings and no crash.
///
/// The target is part of the package only when it is asked for, since everything is compiled for it again:
///
///     LIBRETTO_FUZZING=1 swift build -c release --scratch-path .build/fuzzing --product Fuzzing \
///       -Xswiftc -sanitize=fuzzer
///     .build/fuzzing/release/Fuzzing -max_len=20000 -timeout=10 corpus tosca-samples
///
/// The first folder takes what the fuzzer finds new, all folders have templates to begin with. An input that crashes,
/// hangs or eats memory is written to a file, and read again when the file is given in place of the folders.
@main
enum Fuzzing {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runFuzzer(&count, &arguments, fuzzOneInput))
  }
}

/// What libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var log = DiagnosticLog()
  let source = SourceFile(
    name: "template.yaml", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let topology = readTopology(from: source, loader: NoFiles(), reporting: &log)
  let translation = topology.flatMap { translate($0, reporting: &log) }
  _ = translation?.files
  _ = log.pretty()
  return 0
}

/// The loop of libFuzzer, whose own `main` is not used: the package gives each program one of Swift.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// A fuzzer must not find the files of the machine.
private struct NoFiles: SourceLoader {
  func load(_ name: String, importedBy importer: SourceFile) throws(LoadingError) -> SourceFile {
    throw LoadingError("there is no file '\(name)'")
  }
}
