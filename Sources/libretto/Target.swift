import Deployment
import Engine
import EngineAPI
import OpenStack

/// The services a command talks to, and how often it looks at them.
struct Target: Sendable {
  let heat: HeatClient
  let clustering: ClusteringClient
  let patience: Patience

  init(_ transport: any Transport, address: String, token: String, pace: Pace) {
    let address = address.hasSuffix("/") ? String(address.dropLast()) : address
    heat = HeatClient(transport, endpoint: address + "/orchestration/v1/libretto", token: token)
    clustering = ClusteringClient(transport, endpoint: address + "/clustering", token: token)
    patience = Patience(pace)
  }
}

extension EngineOptions {
  /// How long a command waits for another one that uses the folder.
  private static let longestWait = Duration.seconds(10)

  /// Opens the engine that the options name, hands it to `body`, and leaves it without unfinished work.
  ///
  /// What a service refuses becomes the command's failure.
  func withTarget<Result>(
    _ simulation: Simulation = Simulation(), _ body: (Target) async throws -> Result
  ) async throws -> Result {
    do {
      return try await openTarget(simulation, body)
    } catch let error as DeploymentError {
      throw Failure(error)
    }
  }

  private func openTarget<Result>(
    _ simulation: Simulation, _ body: (Target) async throws -> Result
  ) async throws -> Result {
    if let engine {
      let token = try remoteToken()
      return try await body(Target(CurlTransport(), address: engine, token: token, pace: .overSocket))
    }
    let folder = try folder()
    switch try await claim(folder) {
    case .owned(let lock):
      defer { withExtendedLifetime(lock) {} }
      return try await withEmbeddedEngine(in: folder, simulation, body)
    case .held(let owner):
      guard let address = owner?.address else { throw Failure.folderInUse(folder, by: owner) }
      let token = try folder.tokenOfCommand()
      return try await body(Target(CurlTransport(), address: address, token: token, pace: .overSocket))
    }
  }

  private func withEmbeddedEngine<Result>(
    in folder: DataFolder, _ simulation: Simulation,
    _ body: (Target) async throws -> Result
  ) async throws -> Result {
    let engine = try await folder.openEngine(simulation.configuration())
    // What a killed command left is finished first, so that no one is shown a state on its way.
    await engine.waitUntilIdle(atMost: .seconds(2))
    let token = try folder.tokenOfCommand()
    let transport = InProcessTransport(engine, token: token)
    let target = Target(transport, address: InProcessTransport.address, token: token, pace: .inProcess)
    do {
      let result = try await body(target)
      await engine.waitUntilIdle()
      await engine.close()
      return result
    } catch {
      await engine.close()
      throw error
    }
  }

  /// Claims the folder; waits a while for an owner that serves no one.
  private func claim(_ folder: DataFolder) async throws(Failure) -> DataFolder.Claim {
    let end = ContinuousClock.now.advanced(by: EngineOptions.longestWait)
    var attempts = 0
    var hasSaidSo = false
    while true {
      let claim = try folder.claimOfCommand()
      guard case .held(let owner) = claim, owner?.address == nil, ContinuousClock.now < end else {
        return claim
      }
      attempts += 1
      // One that has just taken the lock has not written yet who it is.
      if !hasSaidSo, owner != nil || attempts > 10 {
        let process = owner.map { "process \($0.pid)" } ?? "another process"
        printError("waiting for \(process), which uses '\(folder.path)'")
        hasSaidSo = true
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
  }
}

extension DataFolder {
  func claimOfCommand(address: String? = nil) throws(Failure) -> Claim {
    do throws(EngineError) {
      return try claim(address: address)
    } catch {
      throw .trouble(error.message)
    }
  }

  func tokenOfCommand() throws(Failure) -> String {
    do throws(EngineError) {
      return try token()
    } catch {
      throw .trouble(error.message)
    }
  }

  func openEngine(_ configuration: EngineConfiguration) async throws(Failure) -> Engine {
    do throws(EngineError) {
      return try await Engine.open(self, configuration: configuration)
    } catch {
      throw .trouble(error.message)
    }
  }
}

extension Failure {
  static func folderInUse(_ folder: DataFolder, by owner: DataFolder.Owner?) -> Failure {
    if let owner, let address = owner.address {
      return .trouble(
        "process \(owner.pid) serves '\(folder.path)' at \(address); stop it first, or name another folder with --data"
      )
    }
    let process = owner.map { "process \($0.pid)" } ?? "another process"
    return .trouble(
      "\(process) uses '\(folder.path)'; try again when it is done, or name another folder with --data")
  }

  init(_ error: DeploymentError) {
    self = .trouble(error.message)
  }
}

/// Prints one line of progress at once, also into a pipe.
func printLine(_ line: String) {
  write(line + "\n", to: 1)
}
