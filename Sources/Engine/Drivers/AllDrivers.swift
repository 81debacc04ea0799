extension DriverFactory {
  /// Every driver that an engine can be opened with, by name.
  package static let all: [String: DriverFactory] = [
    "simulated": .simulated()
  ]
}
