/// Items and links, each part that nothing joins to the others laid out on its own, and the parts in rows.
struct Arrangement {
  private(set) var origins: [Point]
  private(set) var routes: [Route]
  private(set) var size = Size(width: 0, height: 0)

  private static let gap = 28.0

  /// Arranges items; those with borders are at the left or right end of all, and make one part with each other.
  init(
    _ items: [LayeredLayout.Item], _ links: [LayeredLayout.Link], _ layering: Layering,
    borders: [Layering.Border?] = []
  ) {
    origins = [Point](repeating: Point(x: 0, y: 0), count: items.count)
    routes = [Route](repeating: Route(points: []), count: links.count)
    var parts: [Part] = []
    var local = [Int](repeating: 0, count: items.count)
    for (members, inside) in Self.split(items.count, links, borders) {
      for (offset, item) in members.enumerated() { local[item] = offset }
      let ownLinks = inside.map { link in
        var own = links[link]
        (own.from, own.to) = (local[own.from], local[own.to])
        return own
      }
      let isBordered = !borders.isEmpty && members.contains { borders[$0] != nil }
      parts.append(
        Part(
          items: members, links: inside, isBordered: isBordered,
          layout: LayeredLayout(members.map { items[$0] }, ownLinks, layering.part(members, inside))))
    }
    pack(parts)
    for item in items.indices where !borders.isEmpty && borders[item] == .right {
      origins[item].x = size.width
    }
  }

  private struct Part {
    let items: [Int]
    let links: [Int]
    let isBordered: Bool
    let layout: LayeredLayout
  }

  /// The items and links of each part, in the order of the parts' first items.
  private static func split(
    _ count: Int, _ links: [LayeredLayout.Link], _ borders: [Layering.Border?]
  ) -> [(items: [Int], links: [Int])] {
    var leaders = Array(0..<count)
    func leader(_ item: Int) -> Int {
      var item = item
      while leaders[item] != item {
        leaders[item] = leaders[leaders[item]]
        item = leaders[item]
      }
      return item
    }
    func join(_ one: Int, _ other: Int) {
      let (one, other) = (leader(one), leader(other))
      leaders[max(one, other)] = min(one, other)
    }
    for link in links { join(link.from, link.to) }
    let atBorder = borders.indices.filter { borders[$0] != nil }
    for item in atBorder { join(item, atBorder[0]) }
    let items = Adjacency(count: count, pairs: (0..<count).map { (leader($0), $0) })
    let inside = Adjacency(count: count, pairs: links.indices.map { (leader(links[$0].from), $0) })
    return (0..<count).filter { leaders[$0] == $0 }.map { (Array(items[$0]), Array(inside[$0])) }
  }

  /// Puts the parts into rows that together are somewhat wider than high; one with borders has a row for itself.
  private mutating func pack(_ parts: [Part]) {
    let area = parts.reduce(0) {
      $0 + ($1.layout.size.width + Self.gap) * ($1.layout.size.height + Self.gap)
    }
    let width = max(area.squareRoot() * 1.4, parts.map(\.layout.size.width).max() ?? 0)
    var corner = Point(x: 0, y: 0)
    var bottom = 0.0
    var isRowClosed = false
    for part in parts {
      let own = part.layout.size
      if corner.x > 0, isRowClosed || part.isBordered || corner.x + own.width > width {
        corner = Point(x: 0, y: bottom + Self.gap)
      }
      isRowClosed = part.isBordered
      for (item, origin) in zip(part.items, part.layout.origins) { origins[item] = origin + corner }
      for (link, route) in zip(part.links, part.layout.routes) { routes[link] = route.moved(by: corner) }
      size.width = max(size.width, corner.x + own.width)
      bottom = max(bottom, corner.y + own.height)
      // A part of no width at all still keeps others off its row.
      corner.x += max(own.width, 1) + Self.gap
    }
    size.height = bottom
  }
}
