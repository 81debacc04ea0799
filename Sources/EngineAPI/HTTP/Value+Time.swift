import FoundationEssentials
import OpenStack

extension Value {
  /// A time as both services write it: `2026-01-31T12:00:00Z`.
  static func time(_ seconds: Double?) -> Value {
    seconds.map { .string(Date(timeIntervalSince1970: $0).formatted(.iso8601)) } ?? .null
  }

  /// A text or null.
  static func optional(_ text: String?) -> Value {
    text.map(Value.string) ?? .null
  }
}
