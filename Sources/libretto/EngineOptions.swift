import ArgumentParser
import Deployment
import Engine
import FoundationEssentials
import Logging

/// Which engine a command talks to.
struct EngineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder that holds the engine's data.", valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(help: ArgumentHelp("The address of a running 'libretto serve'.", valueName: "url"))
  var engine: String?

  @Option(help: "The token of the engine at --engine; LIBRETTO_TOKEN in the environment does the same.")
  var token: String?

  func validate() throws {
    if data != nil, engine != nil {
      throw ValidationError("--data and --engine name two engines; give one of them")
    }
    if let engine, !URLText(engine).isHTTP {
      throw ValidationError("'\(engine)' is not an address that starts with http:// or https://")
    }
  }

  /// The folder that the options name, or the standard one.
  func folder() throws(Failure) -> DataFolder {
    try DataFolder.ofCommand(data)
  }

  /// The token for an engine named by its address.
  func remoteToken() throws(Failure) -> String {
    if let token { return token }
    if let token = ProcessInfo.processInfo.environment["LIBRETTO_TOKEN"], !token.isEmpty { return token }
    throw .usage("--engine needs a token: give --token or set LIBRETTO_TOKEN")
  }
}

/// How the simulated cloud of the built-in engine misbehaves.
struct Simulation: Sendable {
  /// Seconds that each creation and deletion takes.
  var delay = 0.0
  /// What is in the names of the things whose creation fails; nil when all goes well.
  var failing: String?

  /// An engine's configuration with this simulation.
  func configuration(endpoint: String? = nil) -> EngineConfiguration {
    let options =
      if let failing {
        SimulationOptions(delay: delay, failing: [.create], failingNames: failing)
      } else {
        SimulationOptions(delay: delay)
      }
    var configuration = EngineConfiguration(driver: .simulated(options))
    configuration.logger.logLevel = .warning
    if let endpoint { configuration.publicEndpoint = endpoint }
    return configuration
  }
}

/// The hidden options by which tests choose a simulation.
struct SimulationFlags: ParsableArguments {
  @Option(help: .hidden)
  var simulateDelay: Double = 0

  @Option(help: .hidden)
  var simulateFailure: String?

  func validate() throws {
    guard (0...3600).contains(simulateDelay) else {
      throw ValidationError("--simulate-delay is a number of seconds from 0 to 3600")
    }
  }

  var simulation: Simulation {
    Simulation(delay: simulateDelay, failing: simulateFailure)
  }
}

extension DataFolder {
  /// The folder of a path, else the standard one.
  static func ofCommand(_ path: String?) throws(Failure) -> DataFolder {
    if let path {
      guard !path.isEmpty else { throw .usage("--data needs the name of a folder") }
      return DataFolder(path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path)
    }
    do throws(EngineError) {
      return try standard(environment: ProcessInfo.processInfo.environment)
    } catch {
      throw .trouble(error.message)
    }
  }
}

/// An argument that must not be empty.
func stated(_ argument: String) throws -> String {
  guard !argument.isEmpty else { throw ValidationError("a name cannot be empty") }
  return argument
}

/// Refuses a number of minutes that no one can mean.
func checkTimeout(_ minutes: Int) throws {
  guard (1...1 << 20).contains(minutes) else {
    throw ValidationError("--timeout is a number of minutes from 1 on")
  }
}
