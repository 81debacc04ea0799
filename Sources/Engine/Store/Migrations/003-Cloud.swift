import GRDB

/// What the simulated cloud holds.
@Sendable func createCloudTables(_ database: Database) throws {
  try database.execute(
    sql: """
      CREATE TABLE cloud_network (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        properties TEXT NOT NULL
      ) STRICT;
      CREATE INDEX cloud_network_name ON cloud_network(name);

      -- The pool is the range of addresses that ports get.
      CREATE TABLE cloud_subnet (
        id TEXT NOT NULL PRIMARY KEY,
        network TEXT NOT NULL,
        name TEXT NOT NULL,
        cidr TEXT NOT NULL,
        pool_start INTEGER NOT NULL,
        pool_end INTEGER NOT NULL,
        properties TEXT NOT NULL
      ) STRICT;
      CREATE INDEX cloud_subnet_network ON cloud_subnet(network);

      -- A port of a network that no one made is on the network of that name, with a pool of its own.
      CREATE TABLE cloud_port (
        id TEXT NOT NULL PRIMARY KEY,
        network TEXT NOT NULL,
        subnet TEXT NOT NULL,
        address INTEGER NOT NULL,
        mac_address TEXT NOT NULL,
        server TEXT,
        properties TEXT NOT NULL,
        UNIQUE (subnet, address)
      ) STRICT;
      CREATE INDEX cloud_port_server ON cloud_port(server) WHERE server IS NOT NULL;

      CREATE TABLE cloud_server (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        properties TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;
      """)
}
