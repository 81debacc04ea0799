extension Grid {
  private static let rounds = 4

  /// The heights of the middles of the cells: each as near to its neighbours as its column's order allows.
  func place() -> [Double] {
    let before = Adjacency(count: cells.count, pairs: segments.indices.map { (segments[$0].to, $0) })
    let after = Adjacency(count: cells.count, pairs: segments.indices.map { (segments[$0].from, $0) })
    var centers = [Double](repeating: 0, count: cells.count)
    for layer in layers {
      var bottom = 0.0
      for (position, cell) in layer.enumerated() {
        if position > 0 { bottom += gap(layer[position - 1], cell) }
        centers[cell] = bottom + cells[cell].size.height / 2
        bottom += cells[cell].size.height
      }
    }
    for round in 0..<Self.rounds {
      let isLast = round == Self.rounds - 1
      for layer in layers { place(layer, &centers, before, isLast ? after : nil) }
      for layer in layers.reversed() { place(layer, &centers, isLast ? before : nil, after) }
    }
    return centers
  }

  /// The room between two cells of a column.
  private func gap(_ upper: Int, _ lower: Int) -> Double {
    cells[upper].isBend && cells[lower].isBend ? 4 : cells[upper].isBend || cells[lower].isBend ? 10 : 20
  }

  /// Moves the cells of a column as near as possible to where their neighbours want them, in the sense of least
  /// squares, without a change of their order (pool adjacent violators).
  private func place(
    _ layer: [Int], _ centers: inout [Double], _ before: Adjacency?, _ after: Adjacency?
  ) {
    var pools: [(sum: Double, weight: Double, count: Int)] = []
    var offset = 0.0
    var offsets: [Double] = []
    for (position, cell) in layer.enumerated() {
      if position > 0 {
        let upper = layer[position - 1]
        offset += (cells[upper].size.height + cells[cell].size.height) / 2 + gap(upper, cell)
      }
      offsets.append(offset)
      let (wanted, weight) = wish(of: cell, centers, before, after)
      pools.append(((wanted - offset) * weight, weight, 1))
      while pools.count > 1, let lower = pools.last,
        pools[pools.count - 2].sum * lower.weight > lower.sum * pools[pools.count - 2].weight
      {
        pools.removeLast()
        pools[pools.count - 1].sum += lower.sum
        pools[pools.count - 1].weight += lower.weight
        pools[pools.count - 1].count += lower.count
      }
    }
    var position = 0
    for pool in pools {
      for _ in 0..<pool.count {
        centers[layer[position]] = pool.sum / pool.weight + offsets[position]
        position += 1
      }
    }
  }

  /// The mean height of what a cell is linked to, and how much that counts: a line of bends shall be straight.
  private func wish(
    of cell: Int, _ centers: [Double], _ before: Adjacency?, _ after: Adjacency?
  ) -> (Double, weight: Double) {
    var (sum, count) = (0.0, 0.0)
    for segment in before?[cell] ?? [] {
      let segment = segments[segment]
      sum += centers[segment.from] + segment.fromShift - segment.toShift
      count += 1
    }
    for segment in after?[cell] ?? [] {
      let segment = segments[segment]
      sum += centers[segment.to] + segment.toShift - segment.fromShift
      count += 1
    }
    guard count > 0 else { return (centers[cell], 0.1) }
    return (sum / count, cells[cell].isBend ? 2 * count : count)
  }
}
