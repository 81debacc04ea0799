extension HeatTemplate {
  /// The oldest version of HOT that has all functions of the template: an older one takes them for plain maps.
  ///
  /// Every version since 2016-04-08 has all others (Heat, HOT specification).
  package var oldestVersion: String {
    let values =
      resources.flatMap { $0.element.properties.map(\.value) } + outputs.map(\.element.value)
      + resources.compactMap(\.element.metadata)
    return values.map(\.oldestVersion).max() ?? Value.floor
  }
}

extension Value {
  fileprivate static let floor = "2016-04-08"

  private static let versionOfFunction = [
    "if": "2016-10-14", "map_replace": "2016-10-14", "yaql": "2016-10-14",
    "filter": "2017-02-24", "str_replace_strict": "2017-02-24",
    "make_url": "2017-09-01", "list_concat": "2017-09-01", "list_concat_unique": "2017-09-01",
    "str_replace_vstrict": "2017-09-01", "contains": "2017-09-01",
  ]

  fileprivate var oldestVersion: String {
    switch self {
    case .list(let items): return items.map(\.oldestVersion).max() ?? Self.floor
    case .map(let map):
      // One word is never all that these take, so a map with a word is no call.
      let isCall = map.count == 1 && (map[0].value.list != nil || map[0].value.map != nil)
      let own = isCall ? Self.versionOfFunction[map[0].key] ?? Self.floor : Self.floor
      return map.reduce(own) { max($0, $1.value.oldestVersion) }
    default: return Self.floor
    }
  }
}
