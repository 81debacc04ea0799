import FoundationEssentials
import OpenStack

extension Value {
  init?(json bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else { return nil }
    self = value
  }

  /// The value as JSON with sorted keys, as both services write it.
  var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A number that JSON cannot say (infinity) is the only thing that fails.
    return (try? encoder.encode(self)).map(Array.init) ?? Array("null".utf8)
  }

  /// A time as both services write it: `2026-01-31T12:00:00Z`.
  static func time(_ seconds: Double?) -> Value {
    seconds.map { .string(Date(timeIntervalSince1970: $0).formatted(.iso8601)) } ?? .null
  }

  /// A text or null.
  static func optional(_ text: String?) -> Value {
    text.map(Value.string) ?? .null
  }
}
