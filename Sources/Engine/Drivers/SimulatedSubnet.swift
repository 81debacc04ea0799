import GRDB
import OpenStack

/// A range of addresses of the simulated cloud.
struct SimulatedSubnet {
  let id: String
  let range: AddressRange
  /// How far from the range's first address the ports' addresses lie.
  let pool: ClosedRange<Int>

  static func create(_ request: ThingRequest, _ database: Database) throws -> Thing {
    if let known = try find(request.key, database) { return known }
    let properties = request.properties
    let isSix = properties["ip_version"]?.wholeNumber == 6
    let cidr = properties["cidr"]?.string ?? (isSix ? "fd00::/64" : "10.0.0.0/24")
    guard let range = AddressRange(cidr) else { throw EngineError.badRange(cidr) }
    var (first, last) = (range.usable.lowerBound, range.usable.upperBound)
    if let pool = properties["allocation_pools"]?.list?.first {
      guard let start = pool["start"]?.string.flatMap(range.offset),
        let end = pool["end"]?.string.flatMap(range.offset),
        start <= end
      else { throw EngineError.badRange("\(pool["start"]?.text ?? "")-\(pool["end"]?.text ?? "")") }
      (first, last) = (start, end)
    }
    try database.run(
      """
      INSERT INTO cloud_subnet (id, network, name, cidr, pool_start, pool_end, properties)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [request.key, properties["network"]?.string ?? "", request.name, cidr, first, last, properties.json])
    return try find(request.key, database) ?? Thing(id: request.key, attributes: ValueMap())
  }

  static func find(_ key: String, _ database: Database) throws -> Thing? {
    try database.row(
      "SELECT name, network, cidr, pool_start, pool_end, properties FROM cloud_subnet WHERE id = ?", [key]
    ) { row in
      let (cidr, properties) = (row[2] as String, row.jsonMap(5))
      guard let range = AddressRange(cidr) else { throw EngineError.badRange(cidr) }
      return Thing(
        id: key,
        attributes: [
          "cidr": .string(cidr), "name": .string(row[0]), "network_id": .string(row[1]),
          "allocation_pools": [
            ["start": .string(range.text(of: row[3])), "end": .string(range.text(of: row[4]))]
          ],
          "gateway_ip": properties["gateway_ip"] ?? .string(range.text(of: 1)),
          "enable_dhcp": .string((properties["enable_dhcp"]?.flag ?? true) ? "True" : "False"),
          "dns_nameservers": properties["dns_nameservers"] ?? [],
          "host_routes": properties["host_routes"] ?? [],
          "ip_version": .string(range.isSix ? "6" : "4"), "tenant_id": "libretto",
        ])
    }
  }

  /// The subnet that a port of the network gets its address from.
  static func ofPort(network: String, wish: Value?, _ database: Database) throws -> SimulatedSubnet {
    if let name = wish?["subnet"]?.string ?? wish?["subnet_id"]?.string {
      return try named(name, network: network, database)
    }
    let found = try database.row(
      """
      SELECT id FROM cloud_subnet
      WHERE network = ?1 OR network IN (SELECT id FROM cloud_network WHERE name = ?1) LIMIT 1
      """, [network]
    ) { $0[0] as String }
    return try named(found ?? network, network: network, database)
  }

  /// A subnet by id or name.
  ///
  /// One that no one made counts as existing, with a range that follows from its network.
  static func named(_ name: String, network: String, _ database: Database) throws -> SimulatedSubnet {
    let found = try database.row(
      "SELECT id, cidr, pool_start, pool_end FROM cloud_subnet WHERE id = ?1 OR name = ?1", [name]
    ) { row in (id: row[0] as String, cidr: row[1] as String, first: row[2] as Int, last: row[3] as Int) }
    if let found, let range = AddressRange(found.cidr) {
      return SimulatedSubnet(id: found.id, range: range, pool: found.first...found.last)
    }
    let third = UInt64(bitPattern: network.digest) % 256
    guard let range = AddressRange("10.\(third).0.0/16") else { throw EngineError.badRange(network) }
    return SimulatedSubnet(id: "\(network)-subnet", range: range, pool: range.usable)
  }

  func text(of offset: Int) -> String {
    range.text(of: offset)
  }

  /// The address wished for, or the first that no port has.
  func freeAddress(wish: String?, _ database: Database) throws -> Int {
    if let wish {
      guard let offset = range.offset(wish) else { throw EngineError.notInRange(wish) }
      let isTaken =
        try database.count(
          "SELECT COUNT(*) FROM cloud_port WHERE subnet = ? AND address = ?", [id, offset]) > 0
      guard !isTaken else { throw EngineError.taken(wish) }
      return offset
    }
    let last = try database.count(
      "SELECT IFNULL(MAX(address), -1) FROM cloud_port WHERE subnet = ? AND address BETWEEN ? AND ?",
      [id, pool.lowerBound, pool.upperBound])
    guard last >= pool.lowerBound else { return pool.lowerBound }
    guard last == pool.upperBound else { return last + 1 }
    let taken = Set(
      try database.rows("SELECT address FROM cloud_port WHERE subnet = ?", [id]) { $0[0] as Int })
    guard let free = pool.first(where: { !taken.contains($0) }) else { throw EngineError.exhausted(id) }
    return free
  }
}

extension EngineError {
  fileprivate static func badRange(_ text: String) -> EngineError {
    EngineError(.invalid, "BadRequest", "'\(text)' is not a valid IP subnet.")
  }

  fileprivate static func notInRange(_ address: String) -> EngineError {
    EngineError(.invalid, "BadRequest", "IP address \(address) is not a valid IP for the specified subnet.")
  }

  fileprivate static func taken(_ address: String) -> EngineError {
    EngineError(.conflict, "IpAddressAlreadyAllocated", "IP address \(address) already allocated in subnet.")
  }

  fileprivate static func exhausted(_ subnet: String) -> EngineError {
    EngineError(
      .conflict, "IpAddressGenerationFailure", "No more IP addresses available on subnet \(subnet).")
  }
}
