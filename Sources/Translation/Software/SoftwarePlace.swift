import OpenStack
import TOSCA

/// Where software is put: on which servers, for which node.
struct SoftwarePlace {
  let servers: [NodeTemplate.ID]
  let name: TOSCADocument.Word

  /// The deployment of a config to the servers; to several under their names.
  func deployment(of config: String, _ template: TemplateBuilder) -> HeatResource {
    let names = servers.map { template.topology[$0].name.text }
    var deployment = HeatResource(
      type: names.count == 1 ? "OS::Heat::SoftwareDeployment" : "OS::Heat::SoftwareDeploymentGroup")
    deployment["config"] = .getResource(config)
    if names.count == 1 {
      deployment["server"] = .getResource(names[0])
    } else {
      deployment["servers"] = .map(ValueMap(distinct: names.map { ($0, .getResource($0)) }))
    }
    if template.options.lifecycle == .component { deployment["signal_transport"] = "HEAT_SIGNAL" }
    return deployment
  }
}
