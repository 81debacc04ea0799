import Support
import Testing

/// Workflows, and triggers in the form of the Simple Profile.
@Suite struct WorkflowTests {
  @Test func `a workflow has steps on nodes and groups, conditions, and other workflows in it`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          web: {type: tosca.nodes.WebServer, requirements: [{host: server}]}
        groups:
          all: {type: tosca.groups.Root, members: [server, web]}
        workflows:
          start:
            description: all at once
            metadata: {author: nobody}
            inputs: {speed: {type: integer, default: 3}}
            preconditions:
            - target: server
              condition: [{not: [{and: [{state: [{equal: error}]}, {tosca_name: [{min_length: 1}]}]}]}]
            - {target: web, target_relationship: host, condition: [{assert: [{any: [{equal: 1}]}]}]}
            steps:
              first:
                target: all
                filter: {or: [{state: created}, {state: [{valid_values: [started, stopped]}]}]}
                activities:
                - call_operation: Standard.configure
                - call_operation: {operation: tosca.interfaces.node.lifecycle.Standard.start, inputs: {a: 1}}
                on_success: second
              second: {activities: [{inline: stop}, {set_state: done}], on_failure: [third]}
              third: {target: web, target_relationship: host, activities: [{delegate: {workflow: heal}}]}
          stop: {steps: {only: {target: server, activities: [{delegate: uninstall}]}}}
      """, .simple)
  }

  @Test func `steps may come together again`() {
    expectFindings(
      """
      topology_template:
        node_templates: {server: {type: tosca.nodes.Compute}}
        workflows:
          go:
            steps:
              a: {target: server, activities: [{set_state: a}], on_success: [b, c]}
              b: {target: server, activities: [{set_state: b}], on_success: d}
              c: {target: server, activities: [{set_state: c}], on_success: [d]}
              d: {target: server, activities: [{set_state: d}]}
      """, .simple)
  }

  @Test func `an activity that names nothing is told where it stands`() {
    expectFindings(
      """
      topology_template:
        node_templates: {server: {type: tosca.nodes.Compute}}
        workflows:
          go:
            steps:
              a: {target: server, activities: [{call_operation: {inputs: {}}}]}
      #                                                         ^^^^^^^^^^^^ error missing-keyname
              b: {target: server, activities: [{set_state: [a]}]}
      #                                                    ^^^ error wrong-form
              c: {target: server, activities: {set_state: a}}
      #                                       ^^^^^^^^^^^^^^ error wrong-form
      """, .simple)
  }

  @Test func `a trigger of the Simple Profile looks at a node and calls operations`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        policies:
        - watch:
            type: tosca.policies.Update
            targets: [server]
            triggers:
              down:
                description: when it does not answer
                event: tosca.events.resource.unreachable
                schedule: {start_time: 2026-01-01T00:00:00Z, end_time: 2027-01-01T00:00:00Z}
                target_filter: {node: server, requirement: local_storage, capability: host}
                condition:
                  constraint: [{or: [{state: [{equal: error}]}, {not: [{state: [{equal: started}]}]}]}]
                  period: 60 s
                  evaluations: 2
                  method: average
                action:
                - call_operation: {operation: Standard.stop, inputs: {now: true}}
                - set_state: stopped
                - inline: heal
              short: {event: tosca.events.resource.slow, condition: [{state: [{equal: error}]}], action: [{delegate: heal}]}
        workflows:
          heal: {steps: {only: {target: server, activities: [{set_state: started}]}}}
      """, .simple)
  }
}
