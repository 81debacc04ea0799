import GRDB
import OpenStack

extension Database {
  /// Runs a statement, which is prepared once and kept.
  func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws {
    let statement = try cachedStatement(sql: sql)
    try statement.execute(arguments: StatementArguments(arguments))
  }

  /// The rows of a query, which is prepared once and kept.
  func rows<Element>(
    _ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = [], _ transform: (Row) throws -> Element
  ) throws -> [Element] {
    let statement = try cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var elements: [Element] = []
    while let row = try cursor.next() {
      elements.append(try transform(row))
    }
    return elements
  }

  /// The first row of a query, which is prepared once and kept.
  func row<Element>(
    _ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = [], _ transform: (Row) throws -> Element
  ) throws -> Element? {
    let statement = try cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    return try cursor.next().map(transform)
  }

  /// The number that a query counts.
  func count(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws -> Int {
    try row(sql, arguments) { $0[0] as Int } ?? 0
  }
}

extension Row {
  /// A column of JSON; null where it is null.
  func json(_ column: Int) -> OpenStack.Value {
    (self[column] as String?).flatMap { OpenStack.Value(json: $0) } ?? .null
  }

  /// A column of JSON that holds a map.
  func jsonMap(_ column: Int) -> ValueMap {
    json(column).map ?? ValueMap()
  }
}
