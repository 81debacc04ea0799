import GRDB

extension DatabaseMigrator {
  /// Every change of the schema in the order it was made; a line is added, never changed.
  static let engine: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001-stacks", migrate: createStackTables)
    migrator.registerMigration("002-clusters", migrate: createClusterTables)
    migrator.registerMigration("003-cloud", migrate: createCloudTables)
    return migrator
  }()
}
