package import OpenStack

/// What whoever translates chooses, beside what the template says.
package struct TranslationOptions: Sendable {
  /// How the life cycle of software is written.
  package enum Lifecycle: String, Sendable, CaseIterable {
    /// One `OS::Heat::SoftwareComponent` for each node, and its deployment.
    case component
    /// A pair of `OS::Heat::SoftwareConfig` and `OS::Heat::SoftwareDeployment` for each operation.
    case deployments
  }

  /// Overrides the driver that the template chooses.
  package var driver: TranslationPlan.Driver?
  /// How the life cycle of software is written, for all nodes.
  package var lifecycle = Lifecycle.component
  /// The flavors and images to choose from; without it they become parameters.
  package var catalog: Catalog?
  /// Whether the values that are given for inputs become the defaults of the parameters.
  package var setsDefaults = false
  /// What alarms call for actions that neither Heat nor Senlin can answer: `<URL>/<trigger>/<action>`.
  package var alarmURL: String?

  /// Whether a template with errors is translated too, as far as it goes.
  package var keepsGoing = false

  /// What a translation does when nobody chooses.
  package init() {}
}
