/// The column of each of a number of items, so that links lead to the right.
///
/// Links that would close a cycle are turned around. An item stands as far to the left as the longest way to it allows
/// (longest-path layering); one with more links out than in moves up to what it leads to.
struct Layering {
  /// The column of an item that must be at a border.
  enum Border {
    case left, right
  }

  private(set) var layers: [Int]
  /// Whether a link leads to the left.
  private(set) var isReversed: [Bool]

  /// Finds the columns for links from items to other ones; none leads from an item to itself.
  init(count: Int, links: [(from: Int, to: Int)], borders: [Border?] = []) {
    layers = [Int](repeating: 0, count: count)
    isReversed = Self.closing(count, links)
    let directed = zip(links, isReversed).map { link, isReversed in
      isReversed ? (link.to, link.from) : (link.from, link.to)
    }
    let successors = Adjacency(count: count, pairs: directed)
    var open = [Int](repeating: 0, count: count)
    for (_, to) in directed { open[to] += 1 }
    let entries = open

    var order = (0..<count).filter { open[$0] == 0 }
    var next = 0
    while next < order.count {
      let item = order[next]
      next += 1
      for successor in successors[item] {
        layers[successor] = max(layers[successor], layers[item] + 1)
        open[successor] -= 1
        if open[successor] == 0 { order.append(successor) }
      }
    }
    if borders.contains(.right) {
      let last = layers.indices.filter { borders[$0] != .right }.map { layers[$0] }.max() ?? 0
      for item in layers.indices where borders[item] == .right { layers[item] = last + 1 }
    }
    for item in order.reversed() where successors[item].count > entries[item] {
      guard borders.isEmpty || borders[item] != .left else { continue }
      if let nearest = successors[item].map({ layers[$0] }).min() { layers[item] = nearest - 1 }
    }
  }

  /// The layering of some of the items and of the links between them.
  func part(_ items: [Int], _ links: [Int]) -> Layering {
    var part = self
    part.layers = items.map { layers[$0] }
    part.isReversed = links.map { isReversed[$0] }
    return part
  }

  /// The links that lead back to an item on the way to them, found depth first without recursion.
  private static func closing(_ count: Int, _ links: [(from: Int, to: Int)]) -> [Bool] {
    let outgoing = Adjacency(count: count, pairs: links.indices.map { (links[$0].from, $0) })
    var isEntered = [Bool](repeating: false, count: count)
    for link in links { isEntered[link.to] = true }
    var isClosing = [Bool](repeating: false, count: links.count)
    var isSeen = [Bool](repeating: false, count: count)
    var isOnPath = isSeen
    var path: [(item: Int, rest: ArraySlice<Int>)] = []
    // What nothing leads to comes first, so that arrows run from there.
    for root in (0..<count).filter({ !isEntered[$0] }) + Array(0..<count) where !isSeen[root] {
      path.append((root, outgoing[root]))
      (isSeen[root], isOnPath[root]) = (true, true)
      while let (item, rest) = path.last {
        guard let link = rest.first else {
          isOnPath[item] = false
          path.removeLast()
          continue
        }
        path[path.count - 1].rest = rest.dropFirst()
        let target = links[link].to
        if isOnPath[target] {
          isClosing[link] = true
        } else if !isSeen[target] {
          (isSeen[target], isOnPath[target]) = (true, true)
          path.append((target, outgoing[target]))
        }
      }
    }
    return isClosing
  }
}
