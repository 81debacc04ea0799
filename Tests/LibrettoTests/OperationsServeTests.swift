import Foundation
import Testing

@Suite struct OperationsServeTests {
  @Test func `commands on a served folder talk to the server`() throws {
    let place = Workplace()
    let server = try place.start("serve", "--listen", "127.0.0.1:0")
    let words = try #require(server.line()).split(separator: " ")
    let address = try #require(words.dropFirst().first).dropLast()
    #expect(words.first == "serving")
    #expect(String(words.last ?? "") == "\(place.folder)/token")

    let sample = Workplace.sample("vdu-autoscaling")
    let deployed = try place.run("deploy", sample, "--name", "vnf1")
    #expect(deployed.status == 0)
    #expect(deployed.output.contains("| \(address)/clustering/v1/webhooks/"))

    let token = try String(contentsOfFile: place.folder + "/token", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let remote = ["list", "--engine", String(address), "-f", "value", "-c", "Stack Status"]
    #expect(try Workplace.run(remote + ["--token", token]).output == "CREATE_COMPLETE\n")
    #expect(try Workplace.run(remote, environment: ["LIBRETTO_TOKEN": token]).output == "CREATE_COMPLETE\n")
    let stranger = try Workplace.run(remote + ["--token", "guess"])
    #expect(stranger.status == 3)
    #expect(stranger.errors == "libretto: \(address) does not accept the token\n")

    let second = try place.run("serve", "--listen", "127.0.0.1:0")
    #expect(second.status == 3)
    #expect(second.errors.contains("process \(server.processID) serves"))

    server.send(SIGTERM)
    #expect(try server.outcome().status == 0)
    // The folder is free again, and all that was deployed is there.
    #expect(try place.run("list", "-f", "value", "-c", "Stack Name").output == "vnf1\n")
  }

  @Test func `a port in use is refused`() throws {
    let place = Workplace()
    let server = try place.start("serve", "--listen", "127.0.0.1:0")
    let address = try #require(server.line()?.split(separator: " ").dropFirst().first).dropLast()
    let other = Workplace()
    let refused = try other.run("serve", "--listen", String(address.dropFirst("http://".count)))
    #expect(refused.status == 3)
    #expect(refused.errors.contains("address already in use"))
    server.send(SIGINT)
    #expect(try server.outcome().status == 0)
  }
}
