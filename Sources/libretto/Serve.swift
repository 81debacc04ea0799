import ArgumentParser
import Engine
import EngineAPI
import Glibc

/// `libretto serve`: the engine as a service.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Run the built-in engine as a service with Heat's and Senlin's API.",
    discussion: """
      Runs until it is stopped with SIGTERM or SIGINT; work that is not done then goes on when the folder is used \
      again. Meanwhile other commands that name the same folder talk to this one. Calls need the token that lies in \
      the folder; webhooks need none.
      """)

  @Option(help: ArgumentHelp("Where to listen; port 0 is any that is free.", valueName: "host:port"))
  var listen = "127.0.0.1:8778"

  @Option(
    help: ArgumentHelp("The folder that holds the engine's data.", valueName: "dir"),
    completion: .directory)
  var data: String?

  @OptionGroup var flags: SimulationFlags

  func validate() throws {
    guard let place = ListenAddress(listen) else {
      throw ValidationError("'\(listen)' is not a host and a port such as 127.0.0.1:8778")
    }
    guard place.isLoopback else {
      throw ValidationError(
        "'\(place.host)' is open to other machines and there is no TLS yet; listen on 127.0.0.1 or ::1")
    }
  }

  func run() async throws {
    guard let place = ListenAddress(listen) else { return }
    let folder = try DataFolder.ofCommand(data)
    let lock: FolderLock
    switch try folder.claimOfCommand() {
    case .owned(let own): lock = own
    case .held(let owner): throw Failure.folderInUse(folder, by: owner)
    }
    let token = try folder.tokenOfCommand()
    let port = try place.reserve()
    let address = "http://\(place.host):\(port)"
    let engine = try await folder.openEngine(flags.simulation.configuration(endpoint: address))
    let service = EngineService(engine, token: token, host: place.plainHost, port: port)
    do {
      try await service.run { _ in
        try? lock.announce(address: address)
        write("serving \(address), token in \(folder.tokenFile)\n", to: STDOUT_FILENO)
      }
    } catch {
      await engine.close()
      throw Failure.trouble("cannot serve \(address): \(error)")
    }
    await engine.close()
    withExtendedLifetime(lock) {}
  }
}

/// A host and a port to listen on.
struct ListenAddress: Hashable {
  var host: String
  var port: Int

  init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65535).contains(port), colon != text.startIndex
    else { return nil }
    host = String(text[..<colon])
    self.port = port
  }

  var isLoopback: Bool {
    plainHost == "localhost" || plainHost == "::1" || isIPv4Loopback
  }

  /// The host without the brackets of an IPv6 address.
  var plainHost: String {
    host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
  }

  /// The port, or a free one for 0; refused when another process listens there.
  func reserve() throws(Failure) -> Int {
    let isSix = plainHost == "::1"
    let descriptor = socket(isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw .trouble("no socket can be made") }
    defer { _ = close(descriptor) }
    var reuse: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
    return isSix ? try bound(descriptor, six) : try bound(descriptor, four)
  }

  private var four: sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, plainHost == "localhost" ? "127.0.0.1" : plainHost, &address.sin_addr)
    return address
  }

  private var six: sockaddr_in6 {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = in_port_t(port).bigEndian
    inet_pton(AF_INET6, plainHost, &address.sin6_addr)
    return address
  }

  /// Binds a socket and reads the port that it got; both kinds of address have it at the same place.
  private func bound<Address>(_ descriptor: Int32, _ address: Address) throws(Failure) -> Int {
    var address = address
    var size = socklen_t(MemoryLayout<Address>.size)
    let port: Int? = withUnsafeMutableBytes(of: &address) { bytes in
      let place = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
      guard bind(descriptor, place, size) == 0, getsockname(descriptor, place, &size) == 0 else { return nil }
      return Int(bytes[2]) << 8 | Int(bytes[3])
    }
    guard let port else {
      let words = String(cString: strerror(errno)).lowercased()
      throw .trouble("cannot listen on \(host):\(self.port): \(words)")
    }
    return port
  }

  private var isIPv4Loopback: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
