/// The types of values that TOSCA defines itself (TOSCA Simple Profile 1.3, 3.2 and 3.3).
enum PrimitiveType: String, CaseIterable {
  case string, integer, float, boolean, timestamp, null, version, range, list, map, json, xml
  case size = "scalar-unit.size"
  case time = "scalar-unit.time"
  case frequency = "scalar-unit.frequency"
  case bitrate = "scalar-unit.bitrate"

  static let names = allCases.map(\.rawValue)

  /// What the units of a scalar unit measure; nil for the other types.
  var dimension: ScalarUnit.Dimension? {
    switch self {
    case .size: .size
    case .time: .time
    case .frequency: .frequency
    case .bitrate: .bitrate
    default: nil
    }
  }

  /// The type of a name; names of other spellings that templates really have are let through.
  init?(named name: String) {
    switch name {
    case "int": self = .integer
    case "bool": self = .boolean
    case "tosca:version": self = .version
    default: self.init(rawValue: name.hasPrefix("tosca:") ? String(name.dropFirst(6)) : name)
    }
  }
}
