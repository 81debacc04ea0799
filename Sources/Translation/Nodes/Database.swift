import TOSCA

extension NodeMapping {
  /// `tosca.nodes.Database` becomes what Heat runs on the server below its DBMS.
  static let database = NodeMapping(
    "tosca.nodes.Database", owners: softwareOwners, attribute: softwareAttribute,
    resourceName: lastDeployment, translate: translateSoftware)
}
