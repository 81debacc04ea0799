import Diagnostics

/// Which property gets its value from which, to find those that get it from themselves.
struct FunctionReferences {
  /// A property of a node or of one of its capabilities, or an input.
  struct Key: Hashable {
    /// -1 for an input.
    let node: Int32
    let capability: String
    let name: String

    init(node: NodeTemplate.ID, capability: String = "", name: String) {
      self.node = node.offset
      self.capability = capability
      self.name = name
    }

    init(input name: String) {
      (node, capability, self.name) = (-1, "", name)
    }

    var isInput: Bool { node < 0 }
  }

  struct Reference {
    let target: Key
    let range: SourceRange
  }

  /// How many references of a circle are kept.
  private static let shown = 9

  private var references: [Key: [Reference]] = [:]
  /// The keys in the order of the template, so that findings do not depend on a dictionary's.
  private var order: [Key] = []
  /// The places of the inputs by name.
  var inputs: [String: Int]?

  mutating func add(_ owner: Key, _ target: Key, at range: SourceRange) {
    if references[owner] == nil { order.append(owner) }
    references[owner, default: []].append(Reference(target: target, range: range))
  }

  /// References that lead back to where they began.
  struct Circle {
    /// The first references of the circle, the first in the template first; as many as a person will read.
    let first: ArraySlice<Reference>
    /// How many references there are in all.
    let count: Int
  }

  /// The first circles, up to as many as a log takes.
  ///
  /// Goes down the references without recursion, so that a chain may have any length; each is followed once.
  func circles() -> [Circle] {
    var circles: [Circle] = []
    var finished: Set<Key> = []
    for start in order where !finished.contains(start) {
      var path = [(key: start, next: 0)]
      var places = [start: 0]
      while let (key, next) = path.last {
        guard let outgoing = references[key], next < outgoing.count else {
          path.removeLast()
          places[key] = nil
          finished.insert(key)
          continue
        }
        path[path.count - 1].next += 1
        let target = outgoing[next].target
        if let place = places[target] {
          let way = path[place...].prefix(Self.shown).compactMap { references[$0.key]?[$0.next - 1] }
          circles.append(Circle(first: way[...], count: path.count - place))
          if circles.count >= DiagnosticLog.limit { return circles }
        } else if !finished.contains(target) {
          places[target] = path.count
          path.append((target, 0))
        }
      }
    }
    return circles
  }
}

extension TopologyBuilder {
  /// Reports properties that get their values from each other in a circle.
  mutating func reportFunctionCycles() {
    for circle in functionReferences.circles() {
      guard let first = circle.first.first else { continue }
      // An input whose default is itself means one that must be given; Tacker's samples have it.
      let isOpenInput = circle.count == 1 && first.target.isInput
      log.report(.functionCycle(first, circle).asWarning(if: isOpenInput))
    }
  }
}

extension Diagnostic {
  fileprivate static func functionCycle(
    _ first: FunctionReferences.Reference, _ circle: FunctionReferences.Circle
  ) -> Diagnostic {
    let others = circle.count - 1
    let way = others == 0 ? "itself" : "itself, by way of \(others) other\(others == 1 ? "" : "s")"
    return Diagnostic(
      .error, "function-cycle", "this value is got from \(way); give one of them a value of its own",
      at: first.range,
      notes: circle.first.dropFirst().map { Note("which gets '\($0.target.name)'", at: $0.range) })
  }
}
