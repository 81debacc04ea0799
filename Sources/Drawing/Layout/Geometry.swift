/// A place in a drawing; x grows to the right, y downwards.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    (self.x, self.y) = (x, y)
  }

  static func + (left: Point, right: Point) -> Point {
    Point(x: left.x + right.x, y: left.y + right.y)
  }
}

/// A size of a box.
package struct Size: Hashable, Sendable {
  package var width: Double
  package var height: Double

  package init(width: Double, height: Double) {
    (self.width, self.height) = (width, height)
  }
}

/// A box with its place.
package struct Box: Hashable, Sendable {
  /// The upper left corner.
  package var origin: Point
  package var size: Size

  package init(origin: Point, size: Size) {
    (self.origin, self.size) = (origin, size)
  }

  package var right: Double { origin.x + size.width }
  package var bottom: Double { origin.y + size.height }
  package var center: Point { Point(x: origin.x + size.width / 2, y: origin.y + size.height / 2) }
}

/// The way of an arrow: straight between places of one height or one column, else a curve that leaves and arrives level.
package struct Route: Hashable, Sendable {
  package var points: [Point]
  /// The middle of the place that is kept free for the arrow's text.
  package var label: Point?

  func moved(by offset: Point) -> Route {
    Route(points: points.map { $0 + offset }, label: label.map { $0 + offset })
  }
}
