import FoundationEssentials
import OpenStack

extension Value {
  /// The value as JSON text in UTF-8, the body of a request.
  var jsonBytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a value holds nothing that JSON cannot say")
    }
    return Array(data)
  }

  /// Reads the body of an answer; nil when it is not JSON, or nested too deep.
  init?(parsingJSON bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else { return nil }
    self = value
  }
}
