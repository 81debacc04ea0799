import GRDB

/// The choice of the nodes that go when a cluster shrinks.
enum Victims {
  /// Bad nodes go first in any case: in trouble, tainted or never made.
  ///
  /// Without a criterion the oldest follow. Nodes of one action are of one age, and their index decides.
  static func choose(
    _ count: Int, of nodes: [NodeRow], by criteria: String = "OLDEST_FIRST", seed: UInt64 = 0,
    _ database: Database
  ) throws -> [String] {
    let bad = nodes.filter(\.isBad)
    var good = nodes.filter { !$0.isBad }
    switch criteria {
    case "YOUNGEST_FIRST":
      good.sort { ($1.initAt, $1.position) < ($0.initAt, $0.position) }
    case "RANDOM":
      var generator = SplitMix(state: seed)
      good.shuffle(using: &generator)
    case "OLDEST_PROFILE_FIRST":
      let ages = try Dictionary(
        database.rows("SELECT id, created_at FROM profile", []) { ($0[0] as String, $0[1] as Double) }
      ) { first, _ in first }
      good.sort { (ages[$0.profileID] ?? 0, $0.position) < (ages[$1.profileID] ?? 0, $1.position) }
    default:
      good.sort { ($0.initAt, $0.position) < ($1.initAt, $1.position) }
    }
    return (bad + good).prefix(count).map(\.id)
  }
}

extension NodeRow {
  fileprivate var isBad: Bool {
    status == "ERROR" || status == "WARNING" || isTainted || createdAt == nil
  }
}

/// A generator whose numbers follow from its seed, so that a choice at random can be made again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
