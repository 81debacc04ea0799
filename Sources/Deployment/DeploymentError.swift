package import OpenStack

/// Why a service did not do what it was asked.
package enum DeploymentError: Error, Hashable, Sendable {
  /// No answer came.
  case unreachable(TransportError)
  /// The service answered with an error.
  case refused(Refusal)
  /// An answer came that is not one of this API.
  case unreadable(String)
  /// A stack's action ended badly.
  case stackFailed(StackFailure)
  /// The service took longer than the caller wants to wait.
  case overdue(String)

  /// One sentence without a full stop.
  package var message: String {
    switch self {
    case .unreachable(let error): error.message
    case .refused(let refusal): refusal.message
    case .unreadable(let message), .overdue(let message): message
    case .stackFailed(let failure): failure.message
    }
  }

  /// The HTTP status of a refusal, else nil.
  package var status: Int? {
    if case .refused(let refusal) = self { refusal.status } else { nil }
  }

  /// The class of a refusal's error as the service calls it, such as `ActionCooldown`, else nil.
  package var type: String? {
    if case .refused(let refusal) = self { refusal.type } else { nil }
  }
}

/// A service's answer that it will not.
package struct Refusal: Hashable, Sendable {
  package var status: Int
  /// The error's class, such as `StackExists`; nil when the answer does not say.
  package var type: String?
  package var message: String
}

/// The bad end of a stack's action.
package struct StackFailure: Hashable, Sendable {
  package var stack: Stack
  /// The resources that failed, those of nested stacks too.
  package var resources: [StackResource]

  /// One sentence; the stack's own reason repeats those of the resources, where there are some.
  package var message: String {
    let end = "stack '\(stack.name)' ended in \(stack.status)"
    return stack.reason.isEmpty || !resources.isEmpty ? end : "\(end): \(stack.reason)"
  }
}
