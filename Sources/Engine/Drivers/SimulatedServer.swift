import GRDB
import OpenStack

/// A server of the simulated cloud.
enum SimulatedServer {
  static func create(_ request: ThingRequest, _ database: Database) throws -> Thing {
    if let known = try find(request.key, database) { return known }
    try database.run(
      "INSERT INTO cloud_server (id, name, properties) VALUES (?, ?, ?)",
      [request.key, request.name, request.properties.json])
    var ports: [SimulatedPort] = []
    for (index, entry) in (request.properties["networks"]?.list ?? []).enumerated() {
      if let port = entry["port"]?.string {
        try database.run("UPDATE cloud_port SET server = ? WHERE id = ?", [request.key, port])
        guard database.changesCount == 1 else { throw EngineError.missingPort(port) }
        ports += try [SimulatedPort.row(port, database)].compactMap { $0 }
      } else if let network = entry["network"]?.string ?? entry["uuid"]?.string {
        // As Nova does, a port that lives and goes with its server.
        var properties: ValueMap = ["network": .string(network)]
        if let address = entry["fixed_ip"] { properties["fixed_ips"] = [["ip_address": address]] }
        let port = ThingRequest(.port, key: "\(request.key)-\(index)", name: "", properties: properties)
        _ = try SimulatedPort.create(port, server: request.key, database)
        ports += try [SimulatedPort.row(port.key, database)].compactMap { $0 }
      }
    }
    return thing(request.key, name: request.name, ports)
  }

  static func find(_ key: String, _ database: Database) throws -> Thing? {
    let name = try database.row("SELECT name FROM cloud_server WHERE id = ?", [key]) { $0[0] as String }
    return try name.map { thing(key, name: $0, try SimulatedPort.rows(ofServer: key, database)) }
  }

  private static func thing(_ id: String, name: String, _ ports: [SimulatedPort]) -> Thing {
    var addresses = ValueMap()
    var networks = ValueMap()
    for port in ports {
      let entry: Value = [
        "addr": .string(port.text), "version": .integer(port.text.contains(":") ? 6 : 4),
        "OS-EXT-IPS:type": "fixed", "OS-EXT-IPS-MAC:mac_addr": .string(port.macAddress),
        "port": .string(port.id),
      ]
      addresses[port.network] = .list((addresses[port.network]?.list ?? []) + [entry])
      networks[port.network] = .list((networks[port.network]?.list ?? []) + [.string(port.text)])
    }
    return Thing(
      id: id,
      attributes: [
        "name": .string(name), "instance_name": .string("instance-\(id.prefix(8))"),
        "addresses": .map(addresses),
        "networks": .map(networks), "first_address": .string(ports.first?.text ?? ""), "accessIPv4": "",
        "accessIPv6": "", "tags": [],
        "show": ["id": .string(id), "name": .string(name), "status": "ACTIVE", "addresses": .map(addresses)],
      ])
  }
}

extension EngineError {
  fileprivate static func missingPort(_ port: String) -> EngineError {
    EngineError(.notFound, "NotFound", "Port \(port) could not be found.")
  }
}
