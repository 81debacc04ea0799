/// What is drawn: boxes, arrows between them, and frames around some of them.
///
/// Texts are as templates have them; each writer makes them safe for its format.
package struct Graph: Hashable, Sendable {
  /// What the whole drawing shows, such as the name of a file.
  package var title: String
  package private(set) var nodes: [Node] = []
  package private(set) var clusters: [Cluster] = []
  package private(set) var edges: [Edge] = []

  package init(title: String) {
    self.title = title
  }

  /// A box.
  package struct Node: Hashable, Sendable {
    /// A node's place in ``Graph/nodes``.
    package struct ID: Hashable, Sendable {
      package let offset: Int32
    }

    /// What a box stands for, which decides how it looks.
    package enum Kind: String, Sendable, CaseIterable {
      case plain
      /// Another topology stands for it.
      case substituted
      /// Something is named here that is not there.
      case missing
      /// A member of the type that the whole stands for.
      case outside
      case policy
      case group
    }

    package var name: String
    /// The line below the name, such as its type.
    package var detail: String
    /// A third line.
    package var note: String?
    /// All there is to say, where the lines shorten it.
    package var title: String?
    package var kind: Kind
    /// The frame that the box is in.
    package var cluster: Cluster.ID?

    package init(
      _ name: String, detail: String, note: String? = nil, title: String? = nil, kind: Kind = .plain,
      in cluster: Cluster.ID? = nil
    ) {
      (self.name, self.detail, self.note, self.title) = (name, detail, note, title)
      (self.kind, self.cluster) = (kind, cluster)
    }
  }

  /// A frame around boxes; frames do not nest.
  package struct Cluster: Hashable, Sendable {
    /// A cluster's place in ``Graph/clusters``.
    package struct ID: Hashable, Sendable {
      package let offset: Int32
    }

    package var name: String
    package var detail: String

    package init(name: String, detail: String) {
      (self.name, self.detail) = (name, detail)
    }
  }

  /// An arrow.
  package struct Edge: Hashable, Sendable {
    /// What an arrow leads from or to.
    package enum End: Hashable, Sendable {
      case node(Node.ID)
      case cluster(Cluster.ID)
    }

    package var from: End
    package var to: End
    package var label: String
    package var isDashed: Bool

    package init(_ from: End, _ to: End, label: String = "", isDashed: Bool = false) {
      (self.from, self.to, self.label, self.isDashed) = (from, to, label, isDashed)
    }
  }

  @discardableResult
  package mutating func add(_ node: Node) -> Node.ID {
    nodes.append(node)
    return Node.ID(offset: Int32(nodes.count - 1))
  }

  @discardableResult
  package mutating func add(_ cluster: Cluster) -> Cluster.ID {
    clusters.append(cluster)
    return Cluster.ID(offset: Int32(clusters.count - 1))
  }

  package mutating func add(_ edge: Edge) {
    edges.append(edge)
  }

  /// Puts a box into a frame.
  package mutating func move(_ node: Node.ID, to cluster: Cluster.ID) {
    nodes[Int(node.offset)].cluster = cluster
  }

  /// The places of the boxes that each frame holds, and at the end of those that none holds.
  var members: [[Int]] {
    var members = [[Int]](repeating: [], count: clusters.count + 1)
    for (offset, node) in nodes.enumerated() {
      members[node.cluster.map { Int($0.offset) } ?? clusters.count].append(offset)
    }
    return members
  }
}
