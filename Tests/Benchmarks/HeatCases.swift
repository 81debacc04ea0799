import Diagnostics
import OpenStack
import YAML

/// Checking HOT templates.
var heatCases: [Benchmark] {
  [100, 1000, 10_000].map { count in
    let bytes = heatTemplate(resources: count)
    return Benchmark(name: "\(count) HOT resources: checked", runs: count > 1000 ? 5 : 15) {
      ContinuousClock().measure {
        var log = DiagnosticLog()
        let file = log.add(SourceFile(name: "x", bytes: bytes))
        checkHeat(YAMLTree(parsing: bytes, file: file, reporting: &log), reporting: &log)
        precondition(log.findings.isEmpty)
      }
    }
  }
}

/// A template of servers, each with a port on a network with a subnet.
private func heatTemplate(resources count: Int) -> [UInt8] {
  var text = """
    heat_template_version: 2018-08-31
    parameters:
      image: {type: string, default: debian-12}
    resources:

    """
  for number in 0..<count / 4 {
    text += """
        network\(number):
          type: OS::Neutron::Net
          properties: {name: net\(number), port_security_enabled: true}
        subnet\(number):
          type: OS::Neutron::Subnet
          properties:
            network: {get_resource: network\(number)}
            cidr: 10.\(number / 256 % 256).\(number % 256).0/24
            ip_version: 4
        port\(number):
          type: OS::Neutron::Port
          depends_on: subnet\(number)
          properties:
            network: {get_resource: network\(number)}
            fixed_ips: [{subnet: {get_resource: subnet\(number)}}]
            "binding:vnic_type": normal
        server\(number):
          type: OS::Nova::Server
          properties:
            name: {list_join: ['-', [server, '\(number)']]}
            image: {get_param: image}
            flavor: m1.small
            networks: [{port: {get_resource: port\(number)}}]
            user_data_format: RAW
            metadata: {role: worker}

      """
  }
  return Array(text.utf8)
}
