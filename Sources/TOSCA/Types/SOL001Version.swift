/// A version of ETSI GS NFV-SOL 001, the specification of VNF, NS and PNF descriptors, such as 2.6.1.
package struct SOL001Version: Hashable, Sendable {
  package let major: Int
  package let minor: Int
  package let patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads three numbers, such as those of `v2.6.1` or of `2_6_1`.
  init?(_ numbers: some Collection<Substring>) {
    let values = numbers.compactMap { Int($0) }
    guard numbers.count == 3, values.count == 3 else { return nil }
    self.init(values[0], values[1], values[2])
  }
}

extension SOL001Version: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }
}

extension SOL001Version: CustomStringConvertible {
  package var description: String { "\(major).\(minor).\(patch)" }
}
