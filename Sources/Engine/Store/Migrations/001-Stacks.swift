import GRDB

/// Templates, stacks, their resources and events, and the actions that change them.
///
/// The tables are strict, so that a row never holds a type that its reader does not expect.
@Sendable func createStackTables(_ database: Database) throws {
  try database.execute(
    sql: """
      -- A template with its files and environment, shared by all stacks made of the same.
      CREATE TABLE blueprint (
        id INTEGER PRIMARY KEY,
        digest INTEGER NOT NULL,
        document TEXT NOT NULL
      ) STRICT;
      CREATE INDEX blueprint_digest ON blueprint(digest);

      -- A stack is nested in a resource (parent_id, parent_resource), or a node's (node_id), or of its own.
      CREATE TABLE stack (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        blueprint_id INTEGER NOT NULL REFERENCES blueprint(id),
        file TEXT,
        parent_id TEXT,
        parent_resource TEXT,
        node_id TEXT,
        parameters TEXT NOT NULL,
        action TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        disable_rollback INTEGER NOT NULL,
        timeout INTEGER,
        tags TEXT NOT NULL,
        created_at REAL NOT NULL,
        updated_at REAL,
        deleted_at REAL
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX stack_name ON stack(name)
        WHERE deleted_at IS NULL AND parent_id IS NULL AND node_id IS NULL;
      CREATE INDEX stack_parent ON stack(parent_id) WHERE parent_id IS NOT NULL;
      CREATE INDEX stack_resource ON stack(parent_resource) WHERE parent_resource IS NOT NULL;
      CREATE INDEX stack_node ON stack(node_id) WHERE node_id IS NOT NULL;
      CREATE INDEX stack_blueprint ON stack(blueprint_id);

      -- The id is the key that the driver is asked with.
      CREATE TABLE resource (
        id TEXT NOT NULL PRIMARY KEY,
        stack_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        physical_id TEXT,
        attributes TEXT,
        data TEXT,
        token TEXT,
        action TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        created_at REAL NOT NULL,
        updated_at REAL
      ) STRICT, WITHOUT ROWID;
      CREATE UNIQUE INDEX resource_stack ON resource(stack_id, name);
      CREATE UNIQUE INDEX resource_token ON resource(token) WHERE token IS NOT NULL;

      CREATE TABLE stack_event (
        id INTEGER PRIMARY KEY,
        stack_id TEXT NOT NULL,
        resource TEXT,
        type TEXT,
        physical_id TEXT,
        action TEXT NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        time REAL NOT NULL
      ) STRICT;
      CREATE INDEX stack_event_stack ON stack_event(stack_id, id);

      -- Work that outlives the process. 'data' is its journal: what it has decided to do.
      CREATE TABLE action (
        sequence INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        action TEXT NOT NULL,
        target TEXT NOT NULL,
        cause TEXT NOT NULL,
        timeout INTEGER NOT NULL,
        status TEXT NOT NULL,
        reason TEXT NOT NULL,
        inputs TEXT NOT NULL,
        data TEXT,
        start_time REAL,
        end_time REAL,
        created_at REAL NOT NULL,
        updated_at REAL
      ) STRICT;
      CREATE INDEX action_target ON action(target);
      CREATE INDEX action_unfinished ON action(status) WHERE status IN ('READY', 'RUNNING');
      """)
}
