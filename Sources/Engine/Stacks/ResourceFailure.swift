/// Why a resource, and with it its stack, could not be made or removed.
struct ResourceFailure: Error {
  /// The class that Heat reports.
  var name: String
  /// The names of the resources from the outermost stack inwards.
  var path: [String]
  var message: String

  /// Any error that a resource type throws; nil when its work was only interrupted.
  init?(_ error: any Error, at resource: String) {
    switch error {
    case is Interrupted, is CancellationError: return nil
    case var failure as ResourceFailure:
      failure.path.insert(resource, at: 0)
      self = failure
    case let error as DriverError: self.init(name: error.name, path: [resource], message: error.message)
    case let error as EngineError: self.init(name: error.name, path: [resource], message: error.message)
    default: self.init(name: "Error", path: [resource], message: "\(error)")
    }
  }

  init(name: String, path: [String], message: String) {
    self.name = name
    self.path = path
    self.message = message
  }
}

extension ResourceFailure {
  /// As Heat words the reason of a resource: `ResourceInError: resources.server: went to ERROR`.
  var text: String {
    path.isEmpty
      ? "\(name): \(message)" : "\(name): resources.\(path.joined(separator: ".resources.")): \(message)"
  }
}
