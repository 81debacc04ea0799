package import TOSCA

/// How far the reading of a template may go for what it imports.
package struct LoadingBounds: Sendable {
  /// Gets what an `http` or `https` URL leads to.
  package typealias Fetch = @Sendable (_ url: String) -> Result<[UInt8], LoadingError>

  /// Whether imports may leave the folder of the template.
  package var mayLeaveFolder: Bool
  /// How imports over the network are got; nil when they are refused.
  package var fetch: Fetch?

  package init(mayLeaveFolder: Bool = false, fetch: Fetch? = nil) {
    self.mayLeaveFolder = mayLeaveFolder
    self.fetch = fetch
  }
}
