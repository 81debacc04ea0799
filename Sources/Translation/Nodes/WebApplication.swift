import TOSCA

extension NodeMapping {
  /// `tosca.nodes.WebApplication` becomes what Heat runs on the server below its web server.
  static let webApplication = NodeMapping(
    "tosca.nodes.WebApplication", owners: softwareOwners, attribute: softwareAttribute,
    resourceName: lastDeployment, translate: translateSoftware)
}
