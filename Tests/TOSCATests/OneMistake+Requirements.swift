extension OneMistake {
  /// Mistakes in requirements and capabilities.
  static let requirements: [OneMistake] = [
    OneMistake(
      "the node of a requirement that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          web: {type: tosca.nodes.WebServer, requirements: [{host: sevrer}]}
      #                                                            ^^^^^^ error unknown-node -> server
      """),
    OneMistake(
      "a requirement that the type has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          web: {type: tosca.nodes.WebServer, requirements: [{host: server}, {wall: server}]}
      #                                                                      ^^^^ error unknown-requirement
      """),
    OneMistake(
      "a requirement is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          net: {type: tosca.nodes.network.Network}
          port: {type: tosca.nodes.network.Port, requirements: [{binding: server}, {lnik: net}]}
      #                                                                             ^^^^ error unknown-requirement -> link
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a requirement for a node of another type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          net: {type: tosca.nodes.network.Network}
          web: {type: tosca.nodes.WebServer, requirements: [{host: net}]}
      #                                                            ^^^ error wrong-target
      """),
    OneMistake(
      "a requirement that no node meets",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          web: {type: tosca.nodes.WebServer}
      #   ^^^ error missing-requirement
      """),
    OneMistake(
      "a requirement that is met once only",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          a: {type: tosca.nodes.network.Network}
          b: {type: tosca.nodes.network.Network}
          port: {type: tosca.nodes.network.Port, requirements: [{binding: server}, {link: a}, {link: b}]}
      #                                                                                        ^^^^ error too-many-requirements
      """),
    OneMistake(
      "a key of a requirement is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host: {node: server, relationshp: tosca.relationships.HostedOn}
      #                            ^^^^^^^^^^^ error unknown-key -> relationship
      """),
    OneMistake(
      "the key of the node of a requirement is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host: {nod: server}
      #              ^^^ error unknown-key -> node
          server: {type: tosca.nodes.Compute, node_filter: {}}
      """),
    OneMistake(
      "the node of a requirement is a word",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          net: {type: tosca.nodes.network.Network}
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host: [server]
      #             ^^^^^^^^ error wrong-form
      """),
    OneMistake(
      "the capability of a requirement that the node has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          web: {type: tosca.nodes.WebServer, requirements: [{host: {node: server, capability: hots}}]}
      #                                                                                       ^^^^ error unknown-capability -> host
      """),
    OneMistake(
      "the relationship of a requirement that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host: {node: server, relationship: tosca.relationships.HostOn}
      #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ error unknown-relationship -> tosca.relationships.HostedOn
      """),
    OneMistake(
      "the relationship of a requirement is of another type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host: {node: server, relationship: tosca.relationships.ConnectsTo}
      #                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error wrong-relationship
      """),
    OneMistake(
      "a property of a relationship that its type has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB}}
          server:
            type: tosca.nodes.Compute
            requirements:
            - local_storage:
                node: disk
                relationship:
                  type: tosca.relationships.AttachesTo
                  properties: {location: /data, devise: sdb}
      #                                         ^^^^^^ error unknown-property -> device
      """),
    OneMistake(
      "a relationship has the properties that it must have",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          disk: {type: tosca.nodes.BlockStorage, properties: {size: 1 GB}}
          server:
            type: tosca.nodes.Compute
            requirements:
            - local_storage: {node: disk, relationship: {type: tosca.relationships.AttachesTo}}
      #                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error missing-property
      """),
    OneMistake(
      "a node does not pass the filter",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {host: {properties: {num_cpus: 1}}}}
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host:
                node: server
      #               ^^^^^^ error filter-not-met
                node_filter: {capabilities: [{host: {properties: [{num_cpus: {greater_than: 1}}]}}]}
      """),
    OneMistake(
      "no node passes the filter",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {host: {properties: {num_cpus: 1}}}}
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host:
      #       ^^^^ warning no-candidate
                node_filter: {capabilities: [{host: {properties: [{num_cpus: {greater_than: 1}}]}}]}
      """),
    OneMistake(
      "a key of a filter is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {host: {properties: {num_cpus: 2}}}}
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host:
                node_filter: {capabilites: [{host: {properties: [{num_cpus: {greater_than: 1}}]}}]}
      #                       ^^^^^^^^^^^ error unknown-key -> capabilities
      """),
    OneMistake(
      "an operator of a filter is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {host: {properties: {num_cpus: 2}}}}
          web:
            type: tosca.nodes.WebServer
            requirements:
            - host:
                node_filter: {capabilities: [{host: {properties: [{num_cpus: {graeter_than: 1}}]}}]}
      #                                                                       ^^^^^^^^^^^^ error unknown-key -> greater_than
      """),
    OneMistake(
      "a capability that the type has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {hots: {properties: {num_cpus: 2}}}}
      #                                                      ^^^^ error unknown-capability -> host
      """),
    OneMistake(
      "a property of a capability that its type has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {host: {properties: {num_cpu: 2}}}}
      #                                                                          ^^^^^^^ error unknown-property -> num_cpus
      """),
    OneMistake(
      "a property of a capability of another type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {host: {properties: {num_cpus: few}}}}
      #                                                                                    ^^^ error wrong-type
      """),
    OneMistake(
      "a key of a capability is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, capabilities: {host: {propertys: {num_cpus: 2}}}}
      #                                                             ^^^^^^^^^ error unknown-key -> properties
      """),
    OneMistake(
      "an attribute that the type has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute, attributes: {public_adress: 10.0.0.1}}
      #                                                    ^^^^^^^^^^^^^ error unknown-attribute -> public_address
      """),
  ]

  /// Mistakes in groups.
  static let groups: [OneMistake] = [
    OneMistake(
      "a member that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          all: {type: tosca.groups.Root, members: [sever]}
      #                                            ^^^^^ error unknown-member -> server
      """),
    OneMistake(
      "a member of another type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      group_types:
        Rack: {derived_from: tosca.groups.Root, members: [tosca.nodes.Compute]}
      topology_template:
        node_templates:
          net: {type: tosca.nodes.network.Network}
        groups:
          rack: {type: Rack, members: [net]}
      #                                ^^^ error wrong-member
      """),
    OneMistake(
      "a key of a group is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          all: {type: tosca.groups.Root, member: [server]}
      #                                  ^^^^^^ error unknown-key -> members
      """),
    OneMistake(
      "the key of a group's type is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          all: {typ: tosca.groups.Root, members: [server]}
      #         ^^^ error unknown-key -> type
      """),
    OneMistake(
      "a property of a group that its type has not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          all: {type: tosca.groups.Root, members: [server], properties: {color: red}}
      #                                                                  ^^^^^ error unknown-property
      """),
    OneMistake(
      "an input in a group",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      group_types:
        Rack: {derived_from: tosca.groups.Root, properties: {room: {type: string}}}
      topology_template:
        inputs:
          room: {type: string}
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          rack: {type: Rack, members: [server], properties: {room: {get_input: rom}}}
      #                                                                        ^^^ error unknown-input -> room
      """),
    OneMistake(
      "a member is a word",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        node_templates:
          server: {type: tosca.nodes.Compute}
        groups:
          all: {type: tosca.groups.Root, members: [{server: 1}]}
      #                                            ^^^^^^^^^^^ error wrong-form
      """),
  ]
}
