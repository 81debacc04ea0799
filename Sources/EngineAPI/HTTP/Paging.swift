import Engine
import OpenStack

extension APIRequest {
  /// The part of a list that `marker` and `limit` ask for; an unknown marker begins at the beginning.
  func page<Item>(_ items: [Item], id: (Item) -> String) throws(EngineError) -> [Item] {
    let limit = try queryCount("limit")
    var rest = items[...]
    if let marker = query("marker"), let index = items.firstIndex(where: { id($0) == marker }) {
      rest = items[(index + 1)...]
    }
    return Array(limit.map { rest.prefix($0) } ?? rest)
  }
}
