extension HeatTemplate {
  /// The oldest version of HOT that has all functions of the template: an older one takes them for plain maps.
  ///
  /// It is 2016-04-08 at the least, the first that has all that a translation writes (Heat, HOT specification).
  package var oldestVersion: String {
    let values =
      resources.flatMap { $0.element.properties.map(\.value) } + outputs.map(\.element.value)
      + resources.compactMap(\.element.metadata)
    return values.reduce(HeatVersion.mitaka) { max($0, $1.oldestVersion) }.text
  }
}

extension Value {
  fileprivate var oldestVersion: HeatVersion {
    switch self {
    case .list(let items): return items.reduce(.mitaka) { max($0, $1.oldestVersion) }
    case .map(let map):
      // One word is never all that these take, so a map with a word is no call.
      let call = call.flatMap { $0.argument.list != nil || $0.argument.map != nil ? $0.name : nil }
      let own = call.flatMap { HeatFunction.all[$0]?.since } ?? .mitaka
      return map.reduce(max(own, .mitaka)) { max($0, $1.value.oldestVersion) }
    default: return .mitaka
    }
  }
}
