import GRDB
import OpenStack

/// A port of the simulated cloud.
struct SimulatedPort {
  let id: String
  let network: String
  let subnet: String
  let macAddress: String
  let text: String
  let server: String?
  let properties: ValueMap

  static func create(_ request: ThingRequest, server: String?, _ database: Database) throws -> Thing {
    if let known = try find(request.key, database) { return known }
    let network = request.properties["network"]?.string ?? ""
    let wish = request.properties["fixed_ips"]?.list?.first
    let subnet = try SimulatedSubnet.ofPort(network: network, wish: wish, database)
    let address = try subnet.freeAddress(wish: wish?["ip_address"]?.string, database)
    let macAddress = request.properties["mac_address"]?.string ?? macAddress(for: request.key)
    try database.run(
      """
      INSERT INTO cloud_port (id, network, subnet, address, mac_address, server, properties)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, [request.key, network, subnet.id, address, macAddress, server, request.properties.json])
    return SimulatedPort(
      id: request.key, network: network, subnet: subnet.id, macAddress: macAddress,
      text: subnet.text(of: address),
      server: server, properties: request.properties
    ).thing
  }

  static func find(_ key: String, _ database: Database) throws -> Thing? {
    try row(key, database)?.thing
  }

  static func row(_ key: String, _ database: Database) throws -> SimulatedPort? {
    try database.row("SELECT \(columns) FROM cloud_port WHERE id = ?", [key]) {
      try SimulatedPort($0, database)
    }
  }

  static func rows(ofServer id: String, _ database: Database) throws -> [SimulatedPort] {
    try database.rows("SELECT \(columns) FROM cloud_port WHERE server = ? ORDER BY id", [id]) {
      try SimulatedPort($0, database)
    }
  }

  private static let columns = "id, network, subnet, address, mac_address, server, properties"

  var thing: Thing {
    let address: Value = ["subnet_id": .string(subnet), "ip_address": .string(text)]
    return Thing(
      id: id,
      attributes: [
        "admin_state_up": .string("True"), "device_id": .string(server ?? ""), "fixed_ips": [address],
        "mac_address": .string(macAddress), "name": properties["name"] ?? "", "network_id": .string(network),
        "network": ["id": .string(network), "name": .string(network)],
        "port_security_enabled": properties["port_security_enabled"] ?? true,
        "allowed_address_pairs": properties["allowed_address_pairs"] ?? [],
        "security_groups": properties["security_groups"] ?? [], "status": "ACTIVE",
        "subnets": [["id": .string(subnet)]], "tenant_id": "libretto",
      ])
  }

  /// A local unicast address that follows from the key.
  private static func macAddress(for key: String) -> String {
    let digits = Array(String(UInt64(bitPattern: key.digest) | 1 << 63, radix: 16).suffix(6))
    return "fa:16:3e:"
      + stride(from: 0, to: 6, by: 2).map { String(digits[$0...$0 + 1]) }.joined(separator: ":")
  }
}

extension SimulatedPort {
  private init(_ row: Row, _ database: Database) throws {
    id = row[0]
    network = row[1]
    subnet = row[2]
    macAddress = row[4]
    server = row[5]
    properties = row.jsonMap(6)
    text = try SimulatedSubnet.named(subnet, network: network, database).text(of: row[3])
  }
}
