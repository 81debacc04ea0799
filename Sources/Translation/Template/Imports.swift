import OpenStack

/// What a nested template takes from outside: parameters, and the values that the main template gives them.
struct Imports {
  private(set) var all: [(parameter: String, value: OpenStack.Value)] = []
  private var parameters: [OpenStack.Value: String] = [:]
  /// The values by their parameters.
  private(set) var values: [String: OpenStack.Value] = [:]

  /// The parameter that is given a value; nil where none is.
  func parameter(for value: OpenStack.Value) -> String? {
    parameters[value]
  }

  mutating func add(_ parameter: String, _ value: OpenStack.Value) {
    all.append((parameter, value))
    parameters[value] = parameter
    values[parameter] = value
  }

  /// Takes back the last one.
  ///
  /// - Returns: its parameter.
  mutating func removeLast() -> String {
    let (parameter, value) = all.removeLast()
    parameters[value] = nil
    values[parameter] = nil
    return parameter
  }
}
