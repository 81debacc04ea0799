import Diagnostics

/// A version of HOT; later ones have more functions and keys (HOT, Heat template version).
struct HeatVersion: Comparable {
  private let position: Int

  /// Reads the version's date or the name of its release.
  init?(_ text: String) {
    let found = Self.dates.firstIndex(of: text) ?? Self.names.firstIndex(of: text).map { $0 + Self.unnamed }
    guard let found else { return nil }
    position = found
  }

  private init(position: Int) {
    self.position = position
  }

  static func < (left: Self, right: Self) -> Bool {
    left.position < right.position
  }

  /// The date.
  var text: String { Self.dates[position] }

  private static let dates = [
    "2013-05-23", "2014-10-16", "2015-04-30", "2015-10-15", "2016-04-08", "2016-10-14", "2017-02-24",
    "2017-09-01", "2018-03-02", "2018-08-31", "2021-04-16",
  ]
  private static let names = ["newton", "ocata", "pike", "queens", "rocky", "wallaby"]
  /// The versions that have no name.
  private static let unnamed = 5

  static let first = HeatVersion(position: 0)
  static let juno = HeatVersion(position: 1)
  static let kilo = HeatVersion(position: 2)
  static let liberty = HeatVersion(position: 3)
  static let mitaka = HeatVersion(position: 4)
  static let newton = HeatVersion(position: 5)
  static let ocata = HeatVersion(position: 6)
  static let pike = HeatVersion(position: 7)
  static let queens = HeatVersion(position: 8)
  static let wallaby = HeatVersion(position: 10)
  static let newest = wallaby

  /// The version that a misspelt one most likely meant.
  static func nearest(to text: String) -> String? {
    nearestSpelling(to: text, among: dates + names)
  }
}
