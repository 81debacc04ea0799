import FoundationEssentials
package import OpenStack

extension Value {
  /// The value as JSON text; the keys of maps come in order of name.
  package var json: String {
    String(decoding: jsonBytes, as: UTF8.self)
  }

  /// The value as JSON text in UTF-8; the keys of maps come in order of name.
  package var jsonBytes: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a value holds nothing that JSON cannot say")
    }
    return Array(data)
  }

  /// Reads JSON text (RFC 8259); nil when it is none, or nested too deep.
  package init?(parsingJSON bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else { return nil }
    self = value
  }

  /// Reads JSON text that the store holds.
  init?(json text: String) {
    self.init(parsingJSON: Array(text.utf8))
  }
}

extension ValueMap {
  /// The map as JSON text.
  var json: String { Value.map(self).json }
}
