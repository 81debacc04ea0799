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

  private var references: [Key: [Reference]] = [:]
  /// The keys in the order of the template, so that findings do not depend on a dictionary's.
  private var order: [Key] = []
  /// The places of the inputs by name.
  var inputs: [String: Int]?

  mutating func add(_ owner: Key, _ target: Key, at range: SourceRange) {
    if references[owner] == nil { order.append(owner) }
    references[owner, default: []].append(Reference(target: target, range: range))
  }

  /// The circles, each as the references that make it, the first in the template first.
  ///
  /// Goes down the references without recursion, so that a chain may have any length; each is followed once.
  func circles() -> [[Reference]] {
    var circles: [[Reference]] = []
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
          circles.append(path[place...].compactMap { references[$0.key]?[$0.next - 1] })
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
      guard let first = circle.first else { continue }
      // An input whose default is itself means one that must be given; Tacker's samples have it.
      log.isTolerant = circle.count == 1 && first.target.isInput
      defer { log.isTolerant = false }
      log.report(.functionCycle(first, circle.dropFirst()))
    }
  }
}

extension Diagnostic {
  /// As many notes as a person will read.
  private static let mostNotes = 8

  fileprivate static func functionCycle(
    _ first: FunctionReferences.Reference, _ others: ArraySlice<FunctionReferences.Reference>
  ) -> Diagnostic {
    let way =
      others.isEmpty ? "itself" : "itself, by way of \(others.count) other\(others.count == 1 ? "" : "s")"
    return Diagnostic(
      .error, "function-cycle", "this value is got from \(way); give one of them a value of its own",
      at: first.range,
      notes: others.prefix(mostNotes).map { Note("which gets '\($0.target.name)'", at: $0.range) })
  }
}
