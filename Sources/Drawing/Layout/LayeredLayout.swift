/// Items in columns from left to right, with the ways of the links between them (Sugiyama, Tagawa and Toda, 1981).
///
/// A link that passes columns has a bend in each of them, and its label lies on one of the bends, so that neither lines
/// nor labels run over items. Columns of items and columns of labels take turns.
struct LayeredLayout {
  /// Something with a place in a column.
  struct Item {
    var size: Size
    /// What of the height and the width belongs to the item but takes no links.
    var margin = Size(width: 0, height: 0)
  }

  /// An arrow from one item to another one.
  struct Link {
    var from: Int
    var to: Int
    /// The room that the label needs.
    var label: Size?
    /// How far below the top of an item the link must begin or end; where that is open the links share the side.
    var fromOffset: Double?
    var toOffset: Double?
  }

  private(set) var origins: [Point] = []
  private(set) var routes: [Route] = []
  private(set) var size = Size(width: 0, height: 0)

  init(_ items: [Item], _ links: [Link], _ layering: Layering) {
    var grid = Grid(items, links, layering)
    grid.order()
    let centers = grid.place()
    let columns = grid.columns(centers)
    let top = zip(grid.cells, centers).map { $1 - $0.size.height / 2 }.min() ?? 0
    origins = items.indices.map { item in
      Point(x: columns[grid.cells[item].layer].left, y: centers[item] - items[item].size.height / 2 - top)
    }
    routes = grid.routes(origins, centers.map { $0 - top }, columns)
    size.width = columns.last.map(\.right) ?? 0
    size.height = (zip(grid.cells, centers).map { $1 + $0.size.height / 2 }.max() ?? 0) - top
  }
}

/// The columns of a layout while it is made.
struct Grid {
  /// An item or a bend in its column.
  struct Cell {
    var size: Size
    var layer: Int
    var isBend = false
  }

  /// A piece of a link between cells of columns side by side; heights are from the middle of the cell.
  struct Segment {
    var from: Int
    var to: Int
    var fromShift = 0.0
    var toShift = 0.0
  }

  let items: [LayeredLayout.Item]
  let links: [LayeredLayout.Link]
  let isReversed: [Bool]
  /// The items, and after them the bends.
  var cells: [Cell]
  var segments: [Segment] = []
  /// The first bend and the number of bends of each link, in the direction of the columns.
  var bends: [(first: Int, count: Int)] = []
  /// The cells of each column from top to bottom.
  var layers: [[Int]] = []

  init(_ items: [LayeredLayout.Item], _ links: [LayeredLayout.Link], _ layering: Layering) {
    (self.items, self.links, isReversed) = (items, links, layering.isReversed)
    cells = items.indices.map { Cell(size: items[$0].size, layer: 2 * layering.layers[$0]) }
    // A few links across a very large graph would need more bends than there is memory; they go without.
    var budget = 8 * (items.count + links.count) + 100_000
    for (offset, link) in links.enumerated() {
      let (from, to) = isReversed[offset] ? (link.to, link.from) : (link.from, link.to)
      let count = cells[to].layer - cells[from].layer - 1
      bends.append((cells.count, count <= budget ? count : 0))
      guard count <= budget else { continue }
      budget -= count
      addBends(of: offset, from, to, count)
    }
    layers = [[Int]](repeating: [], count: (cells.map(\.layer).max() ?? -1) + 1)
    for (offset, cell) in cells.enumerated() { layers[cell.layer].append(offset) }
  }

  private mutating func addBends(of offset: Int, _ from: Int, _ to: Int, _ count: Int) {
    let link = links[offset]
    let labelled = Self.labelBend(count)
    var last = from
    for bend in 0..<count {
      let size = bend == labelled ? link.label : nil
      cells.append(
        Cell(size: size ?? Size(width: 0, height: 4), layer: cells[from].layer + 1 + bend, isBend: true))
      segments.append(Segment(from: last, to: cells.count - 1))
      last = cells.count - 1
    }
    segments.append(Segment(from: last, to: to))
    let (first, end) =
      isReversed[offset] ? (link.toOffset, link.fromOffset) : (link.fromOffset, link.toOffset)
    first.map { segments[segments.count - 1 - count].fromShift = $0 - cells[from].size.height / 2 }
    end.map { segments[segments.count - 1].toShift = $0 - cells[to].size.height / 2 }
  }

  /// Which of a link's bends has the label: the one nearest to the middle that is in a column of labels.
  static func labelBend(_ count: Int) -> Int {
    count / 2 + (count / 2) % 2
  }
}
