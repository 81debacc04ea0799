import Support
import Testing

@Suite struct ArtifactFileTests {
  @Test func `the files that a template of a package names are in the package`() {
    expectFindings(
      """
      repositories: {elsewhere: {url: http://example.com}}
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            artifacts:
              script: {type: tosca.artifacts.File, file: configure.sh}
              disk: {type: tosca.artifacts.Deployment.Image.VM, file: disk.qcow2}
      #                                                               ^^^^^^^^^^ warning missing-file
              far: {type: tosca.artifacts.File, file: far.sh, repository: elsewhere}
            interfaces:
              Standard:
                operations:
                  create: script
                  configure: configure.sh
                  start: begin.sh
      #                  ^^^^^^^^ error missing-file
                  stop: {implementation: {primary: script, dependencies: [lib.sh]}}
      #                                                                   ^^^^^^ error missing-file
      """, .simple, importing: ["configure.sh": ""])
  }

  @Test func `outside of a package nobody knows which files there are`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, interfaces: {Standard: {operations: {start: begin.sh}}}}
      """, .simple)
  }
}
