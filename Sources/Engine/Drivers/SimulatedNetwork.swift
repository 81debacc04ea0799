import GRDB
import OpenStack

/// A network of the simulated cloud.
enum SimulatedNetwork {
  static func create(_ request: ThingRequest, _ database: Database) throws -> Thing {
    if let known = try find(request.key, database) { return known }
    try database.run(
      "INSERT INTO cloud_network (id, name, properties) VALUES (?, ?, ?)",
      [request.key, request.name, request.properties.json])
    return thing(request.key, name: request.name, request.properties)
  }

  static func find(_ key: String, _ database: Database) throws -> Thing? {
    try database.row("SELECT name, properties FROM cloud_network WHERE id = ?", [key]) {
      thing(key, name: $0[0], $0.jsonMap(1))
    }
  }

  private static func thing(_ id: String, name: String, _ properties: ValueMap) -> Thing {
    Thing(
      id: id,
      attributes: [
        "admin_state_up": "True", "l2_adjacency": true, "mtu": 1450, "name": .string(name),
        "port_security_enabled": properties["port_security_enabled"] ?? true, "status": "ACTIVE",
        "subnets": [],
        "tenant_id": "libretto",
      ])
  }
}
