import Engine
import OpenStack

/// The order that a list is asked for: `key[:asc|desc],...`.
struct SortOrder: Sendable {
  private(set) var keys: [(name: String, isDescending: Bool)] = []

  init(_ text: String, allowed: [String]) throws(EngineError) {
    for part in text.split(separator: ",") {
      let halves = part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let direction = halves.count > 1 ? String(halves[1]) : "asc"
      guard allowed.contains(String(halves[0])) else {
        throw .badRequest("Unsupported sort key '\(halves[0])' for 'sort'.")
      }
      guard ["asc", "desc"].contains(direction) else {
        throw .badRequest("Unsupported sort dir '\(direction)' for 'sort'.")
      }
      keys.append((String(halves[0]), direction == "desc"))
    }
  }

  /// The items in this order, by what their bodies hold; null comes before anything else.
  func sorted<Item>(_ items: [Item], by body: (Item) -> Value) -> [Item] {
    let rows = items.enumerated().map { offset, item in
      let values = body(item)
      return (offset: offset, values: keys.map { values[$0.name] ?? .null })
    }
    let order = rows.sorted { left, right in
      for (key, (one, other)) in zip(keys, zip(left.values, right.values)) where one != other {
        return key.isDescending ? precedes(other, one) : precedes(one, other)
      }
      return left.offset < right.offset
    }
    return order.map { items[$0.offset] }
  }

  private func precedes(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.null, _): true
    case (_, .null): false
    case (.integer(let left), .integer(let right)): left < right
    default: (left.string ?? "") < (right.string ?? "")
    }
  }
}
