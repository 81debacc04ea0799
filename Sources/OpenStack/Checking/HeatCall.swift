/// Whether Heat takes a map with this one key for a call, in the oldest version of HOT that Libretto writes.
///
/// A word that was no function then may become one where a template needs a newer version; only those that people hardly
/// use as keys of their own count as calls beforehand.
package func isHeatCall(_ key: String) -> Bool {
  guard let function = HeatFunction.all[key] else { return false }
  return !function.isCommonWord || function.since <= .mitaka
}
