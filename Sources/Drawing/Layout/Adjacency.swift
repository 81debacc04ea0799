/// The neighbours of each of a number of things, all in one array.
struct Adjacency {
  private let starts: [Int]
  private let members: [Int]

  /// Takes pairs of a thing and what belongs to it; what belongs to a thing keeps its order.
  init(count: Int, pairs: some Collection<(Int, Int)>) {
    var starts = [Int](repeating: 0, count: count + 1)
    for (owner, _) in pairs { starts[owner + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var members = [Int](repeating: 0, count: pairs.count)
    for (owner, member) in pairs {
      members[next[owner]] = member
      next[owner] += 1
    }
    (self.starts, self.members) = (starts, members)
  }

  subscript(owner: Int) -> ArraySlice<Int> {
    members[starts[owner]..<starts[owner + 1]]
  }
}
