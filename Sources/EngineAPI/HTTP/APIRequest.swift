import Engine
import OpenStack

/// What a route is told about the call it answers.
struct APIRequest: Sendable {
  /// Where the caller found us, such as `http://127.0.0.1:8778`; links begin with it.
  var origin: String
  /// The path and the query as they came.
  var target: String
  /// The variable parts of the path, decoded.
  var parameters: [String: String] = [:]
  /// The query's parts in their order, decoded.
  var query: [(name: String, value: String)] = []
  /// The JSON body, nil when there is none.
  var body: Value?

  /// A variable part of the route's path.
  subscript(parameter: String) -> String {
    parameters[parameter] ?? ""
  }

  /// The first value of a query parameter.
  func query(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  func queryFlag(_ name: String) -> Bool {
    ["true", "1", "yes"].contains(query(name)?.lowercased())
  }

  /// A query parameter that must be a count.
  func queryCount(_ name: String) throws(EngineError) -> Int? {
    guard let text = query(name) else { return nil }
    guard let count = Int(text), count >= 0 else {
      throw .badRequest("Invalid value '\(text)' specified for '\(name)'")
    }
    return count
  }

  /// The body, which must be a map.
  func bodyMap() throws(EngineError) -> ValueMap {
    guard let map = body?.map else {
      throw .badRequest(
        "The server could not comply with the request since it is either malformed or otherwise incorrect.")
    }
    return map
  }
}

extension APIRequest {
  /// Takes a target such as `/v1/stacks?limit=2` apart.
  init(origin: String, target: String) {
    self.origin = origin
    self.target = target
    let query = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
    self.query = (query ?? "").split(separator: "&").map { part in
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = halves.count > 1 ? percentDecoded(halves[1], plusIsSpace: true) : ""
      return (percentDecoded(halves[0], plusIsSpace: true), value)
    }
  }
}

/// A part of a URL without its percent signs; what is no UTF-8 afterwards stands with replacement characters.
func percentDecoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), let code = hexadecimal(rest.prefix(2)) {
      bytes.append(code)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
  let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
  return values.count == 2 ? UInt8(values[0] << 4 | values[1]) : nil
}
