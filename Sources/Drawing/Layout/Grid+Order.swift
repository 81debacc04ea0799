extension Grid {
  /// How often the columns are gone through in each direction.
  private static let rounds = 4

  /// Orders each column by the barycenters of its cells' neighbours, to and fro, so that fewer lines cross.
  mutating func order() {
    let before = Adjacency(count: cells.count, pairs: segments.indices.map { (segments[$0].to, $0) })
    let after = Adjacency(count: cells.count, pairs: segments.indices.map { (segments[$0].from, $0) })
    var positions = [Double](repeating: 0, count: cells.count)
    for layer in layers.indices { number(layer, &positions) }
    for _ in 0..<Self.rounds {
      for layer in layers.indices.dropFirst() {
        sort(layer, &positions, before) { ($0.from, $0.fromShift) }
      }
      for layer in layers.indices.reversed().dropFirst() {
        sort(layer, &positions, after) { ($0.to, $0.toShift) }
      }
    }
  }

  private mutating func sort(
    _ layer: Int, _ positions: inout [Double], _ neighbours: Adjacency, end: (Segment) -> (Int, Double)
  ) {
    let keys = layers[layer].map { cell in
      let around = neighbours[cell]
      guard !around.isEmpty else { return positions[cell] }
      let sum = around.reduce(0) { sum, segment in
        let (other, shift) = end(segments[segment])
        // Of links to one item the one that ends higher is higher.
        return sum + positions[other] + shift / max(1, cells[other].size.height)
      }
      return sum / Double(around.count)
    }
    let sorted = layers[layer].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    layers[layer] = sorted.map { layers[layer][$0] }
    number(layer, &positions)
  }

  private func number(_ layer: Int, _ positions: inout [Double]) {
    for (position, cell) in layers[layer].enumerated() { positions[cell] = Double(position) }
  }
}
