/// A version of the Clustering API as the header `OpenStack-API-Version` names it.
struct Microversion: Hashable, Comparable, Sendable {
  var major: Int
  var minor: Int

  static let oldest = Microversion(major: 1, minor: 0)
  static let newest = Microversion(major: 1, minor: 14)

  var text: String { "\(major).\(minor)" }

  static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  /// What a header asks for: without one for clustering the oldest version; nil when it is malformed.
  static func asked(for header: String?) -> Microversion? {
    let asked = (header ?? "").split(separator: ",")
      .map { $0.split(whereSeparator: \.isWhitespace) }
      .first { $0.first == "clustering" }
    guard let asked else { return oldest }
    guard asked.count == 2 else { return nil }
    if asked[1] == "latest" { return newest }
    let numbers = asked[1].split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    return Microversion(major: major, minor: minor)
  }
}
