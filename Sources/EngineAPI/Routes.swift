extension [Route] {
  /// All of Heat's REST resources, one line per file under `Heat`.
  static let heat: [Route] =
    stacks + stackRedirects
    + resources
    + stackEvents
    + outputs
    + resourceTypes + templates
    + signals

  /// All of Senlin's REST resources, one line per file under `Senlin`.
  static let senlin: [Route] =
    profiles
    + policies
    + clusters
    + clusterActions
    + nodes
    + actions
    + receivers + webhooks
}
