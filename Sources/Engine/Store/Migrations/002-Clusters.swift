import GRDB

/// Profiles, policies, clusters with their nodes, bindings, receivers and events.
@Sendable func createClusterTables(_ database: Database) throws {
  try database.execute(
    sql: """
      CREATE TABLE profile (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        spec TEXT NOT NULL,
        metadata TEXT NOT NULL,
        blueprint_id INTEGER REFERENCES blueprint(id),
        created_at REAL NOT NULL,
        updated_at REAL
      ) STRICT;
      CREATE INDEX profile_blueprint ON profile(blueprint_id);

      CREATE TABLE policy (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        spec TEXT NOT NULL,
        created_at REAL NOT NULL,
        updated_at REAL
      ) STRICT;

      CREATE TABLE cluster (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        profile_id TEXT NOT NULL REFERENCES profile(id),
        min_size INTEGER NOT NULL,
        max_size INTEGER NOT NULL,
        desired_capacity INTEGER NOT NULL,
        next_index INTEGER NOT NULL,
        timeout INTEGER NOT NULL,
        config TEXT NOT NULL,
        metadata TEXT NOT NULL,
        data TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        init_at REAL NOT NULL,
        created_at REAL,
        updated_at REAL
      ) STRICT;

      CREATE TABLE node (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        cluster_id TEXT NOT NULL REFERENCES cluster(id),
        profile_id TEXT NOT NULL REFERENCES profile(id),
        position INTEGER NOT NULL,
        physical_id TEXT,
        role TEXT NOT NULL,
        metadata TEXT NOT NULL,
        data TEXT NOT NULL,
        tainted INTEGER NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        init_at REAL NOT NULL,
        created_at REAL,
        updated_at REAL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX node_cluster ON node(cluster_id, position);

      CREATE TABLE binding (
        id TEXT NOT NULL PRIMARY KEY,
        cluster_id TEXT NOT NULL REFERENCES cluster(id),
        policy_id TEXT NOT NULL REFERENCES policy(id),
        enabled INTEGER NOT NULL,
        priority INTEGER NOT NULL,
        data TEXT,
        last_op REAL,
        UNIQUE (cluster_id, policy_id)
      ) STRICT;
      CREATE INDEX binding_policy ON binding(policy_id);

      CREATE TABLE receiver (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        cluster_id TEXT NOT NULL REFERENCES cluster(id),
        action TEXT NOT NULL,
        params TEXT NOT NULL,
        created_at REAL NOT NULL,
        updated_at REAL
      ) STRICT;
      CREATE INDEX receiver_cluster ON receiver(cluster_id);

      CREATE TABLE cluster_event (
        id INTEGER PRIMARY KEY,
        time REAL NOT NULL,
        level INTEGER NOT NULL,
        object_id TEXT NOT NULL,
        object_name TEXT NOT NULL,
        object_type TEXT NOT NULL,
        cluster_id TEXT NOT NULL,
        action TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL
      ) STRICT;
      CREATE INDEX cluster_event_cluster ON cluster_event(cluster_id, id);
      """)
}
