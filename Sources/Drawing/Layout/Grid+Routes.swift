extension Grid {
  /// Where a column begins and ends.
  struct Column {
    var left: Double
    var right: Double
  }

  /// The columns from left to right, further apart where lines rise or fall steeply between them.
  func columns(_ centers: [Double]) -> [Column] {
    var rises = [Double](repeating: 0, count: layers.count)
    for segment in segments {
      let layer = cells[segment.to].layer
      rises[layer] = max(rises[layer], abs(centers[segment.from] - centers[segment.to]))
    }
    var columns: [Column] = []
    for (offset, layer) in layers.enumerated() {
      let left = columns.last.map { $0.right + 22 + min(80, rises[offset] / 6) } ?? 0
      let width = layer.reduce(0) { max($0, cells[$1].size.width) }
      columns.append(Column(left: left, right: left + width))
    }
    return columns
  }

  /// The ways of the links, from where each begins to where it ends.
  func routes(_ origins: [Point], _ centers: [Double], _ columns: [Column]) -> [Route] {
    let (starts, ends) = sides(origins, centers)
    return links.indices.map { offset in
      let link = links[offset]
      let (from, to) = isReversed[offset] ? (link.to, link.from) : (link.from, link.to)
      var points = [
        Point(x: origins[from].x + items[from].size.width - items[from].margin.width, y: starts[offset])
      ]
      points.append(Point(x: columns[cells[from].layer].right, y: starts[offset]))
      var label: Point?
      let (first, count) = bends[offset]
      for bend in 0..<count {
        let cell = first + bend
        let column = columns[cells[cell].layer]
        points.append(Point(x: column.left, y: centers[cell]))
        points.append(Point(x: column.right, y: centers[cell]))
        if link.label != nil, bend == Self.labelBend(count) {
          label = Point(x: (column.left + column.right) / 2, y: centers[cell])
        }
      }
      points.append(Point(x: origins[to].x, y: ends[offset]))
      if count == 0, link.label != nil, let start = points.first, let end = points.last {
        label = Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
      }
      return Route(points: isReversed[offset] ? points.reversed() : points, label: label)
    }
  }

  /// The heights at which each link leaves the right side of an item and arrives at the left side of another one.
  ///
  /// The links that share a side are spread over it in the order in which they run.
  private func sides(_ origins: [Point], _ centers: [Double]) -> (starts: [Double], ends: [Double]) {
    var starts = [Double](repeating: 0, count: links.count)
    var ends = starts
    var leaving: [(Int, Int)] = []
    var arriving: [(Int, Int)] = []
    for (offset, link) in links.enumerated() {
      let isReversed = isReversed[offset]
      let (from, to) = isReversed ? (link.to, link.from) : (link.from, link.to)
      if let shift = isReversed ? link.toOffset : link.fromOffset {
        starts[offset] = origins[from].y + shift
      } else {
        leaving.append((from, offset))
      }
      if let shift = isReversed ? link.fromOffset : link.toOffset {
        ends[offset] = origins[to].y + shift
      } else {
        arriving.append((to, offset))
      }
    }
    spread(leaving, over: &starts, origins) { link in
      let (first, count) = bends[link]
      return centers[count > 0 ? first : isReversed[link] ? links[link].from : links[link].to]
    }
    spread(arriving, over: &ends, origins) { link in
      let (first, count) = bends[link]
      return centers[count > 0 ? first + count - 1 : isReversed[link] ? links[link].to : links[link].from]
    }
    return (starts, ends)
  }

  private func spread(
    _ pairs: [(Int, Int)], over heights: inout [Double], _ origins: [Point], toward: (Int) -> Double
  ) {
    let sharing = Adjacency(count: items.count, pairs: pairs)
    for item in items.indices {
      let order = sharing[item].sorted { (toward($0), $0) < (toward($1), $1) }
      let margin = items[item].margin.height
      let step = (items[item].size.height - margin) / Double(order.count + 1)
      for (position, link) in order.enumerated() {
        heights[link] = origins[item].y + margin + step * Double(position + 1)
      }
    }
  }
}
