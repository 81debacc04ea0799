import Support
import Testing

@Suite struct HeatPropertyTests {
  @Test func `a property is one of the type, and none is missing`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        port:
          type: OS::Neutron::Port
          properties:
      #   ^^^^^^^^^^ error hot-missing-property
            fixed_ip: []
      #     ^^^^^^^^ error hot-unknown-property -> fixed_ips
            allowed_address_pairs: [{mac: x}]
      #                             ^^^^^^^^ error hot-missing-property
      #                              ^^^ error hot-unknown-property
        rule: {type: OS::Neutron::Subnet, properties: {netwrk: a, cidr: 10.0.0.0/8}}
      #                                                ^^^^^^ error hot-unknown-property -> network
      """)
  }

  @Test func `a value is of the kind of its property`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        flavor:
          type: OS::Nova::Flavor
          properties: {ram: "512", vcpus: two, disk: 1.5, is_public: 1, extra_specs: [a], name: 1.0, tenants: a, rxtx_factor: "1.5", swap: [1]}
      #                                   ^^^ error hot-wrong-type
      #                                                              ^ error hot-wrong-type
      #                                                                 ^^^^^^^^^^^ error hot-wrong-type
      #                                                                                         ^^^ error hot-wrong-type
      #                                                                                                       ^ error hot-wrong-type
      #                                                                                                                              ^^^^ error hot-wrong-type
        other:
          type: OS::Nova::Flavor
          properties: {ram: 512, vcpus: 2, is_public: "False", extra_specs: {a: 1}, name: 7, tenants: [a, 1], rxtx_factor: x}
      #                                                                                                                    ^ error hot-wrong-type
      """)
  }

  @Test func `a value meets the constraints of its property`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        port:
          type: OS::Neutron::Port
          properties: {network: n, "binding:vnic_type": directs, mac_address: x, dns_name: a_b, fixed_ips: [{ip_address: 10.0.0.256}, {ip_address: "2001:db8::1"}], allowed_address_pairs: [{ip_address: 10.0.0.1/8}, {ip_address: 10.0.0.0/8}]}
      #                                                 ^^^^^^^ error hot-allowed-value -> direct
      #                                                                       ^ error hot-wrong-text
      #                                                                                    ^^^ error hot-wrong-text
      #                                                                                                                  ^^^^^^^^^^ error hot-wrong-text
      #                                                                                                                                                                                                  ^^^^^^^^^^ error hot-wrong-text
        policy:
          type: OS::Heat::ScalingPolicy
          properties: {adjustment_type: change_in_capacity, auto_scaling_group_id: g, scaling_adjustment: 1, cooldown: -1}
        subnet: {type: OS::Neutron::Subnet, properties: {network: n, cidr: 10.0.0.1/24, ip_version: 5, gateway_ip: here}}
      #                                                                    ^^^^^^^^^^^ error hot-wrong-text
      #                                                                                             ^ error hot-allowed-value
      #                                                                                                            ^^^^ error hot-wrong-text
      """)
  }

  @Test func `properties do together`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: {type: OS::Nova::Server, properties: {flavor: f}}
      #                             ^^^^^^^^^^ error hot-incomplete-properties
        b: {type: OS::Nova::Server, properties: {flavor: f, image: i, block_device_mapping_v2: [{volume_id: v}]}}
      #                             ^^^^^^^^^^ error hot-conflicting-properties
        c: {type: OS::Nova::Server, properties: {flavor: f, block_device_mapping_v2: [{volume_id: v, boot_index: 0}], networks: [{fixed_ip: 10.0.0.1}]}}
      #                                                                                                                          ^^^^^^^^^^^^^^^^^^^^ error hot-incomplete-properties
        d: {type: OS::Nova::Server, properties: {flavor: f, image: i, networks: [{port: p}], security_groups: [s]}}
      #                             ^^^^^^^^^^ error hot-conflicting-properties
        e: {type: OS::Neutron::Subnet, properties: {network: n}}
      #                                ^^^^^^^^^^ error hot-incomplete-properties
        f: {type: OS::Neutron::RouterInterface, properties: {router: r}}
      #                                         ^^^^^^^^^^ error hot-incomplete-properties
        g: {type: OS::Senlin::Cluster, properties: {profile: p, min_size: 3, max_size: 2}}
      #           ^^^^^^^^^^^^^^^^^^^ info hot-retired-type
      #                                ^^^^^^^^^^ error hot-incomplete-properties
        h: {type: OS::Neutron::Port, properties: {network: n, no_fixed_ips: true, fixed_ips: [{subnet: s}]}}
      #                              ^^^^^^^^^^ error hot-conflicting-properties
        i: {type: OS::Nova::Server, properties: {flavor: f, image: }}
      #                                                     ^^^^^ warning hot-null-property
      """)
  }

  @Test func `what a group repeats is checked, too`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a:
          type: OS::Heat::AutoScalingGroup
          properties: {min_size: 1, max_size: 2, resource: {type: OS::Neutron::Port, properties: {networks: n}}}
      #                                                                                           ^^^^^^^^ error hot-unknown-property -> network
        b:
          type: OS::Heat::ResourceGroup
          properties: {resource_def: {type: OS::Neutron::Prt}}
      #                                     ^^^^^^^^^^^^^^^^ error hot-unknown-type -> OS::Neutron::Port
          update_policy: {rolling_update: {max_batch_size: 0}, rolling: 1}
      #                                                    ^ error hot-out-of-range
      #                                                        ^^^^^^^ error hot-unknown-property
      """)
  }

  @Test func `what a function gives is of the kind of the property`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      conditions: {c: true}
      resources:
        net: {type: OS::Neutron::Net}
        port:
          type: OS::Neutron::Port
          properties:
            network: {get_resource: net}
            security_groups: {get_resource: net}
      #     ^^^^^^^^^^^^^^^ error hot-wrong-type
            name: {list_join: ["-", [a, b]]}
            tags: {list_join: ["-", [a, b]]}
      #     ^^^^ error hot-wrong-type
            value_specs: {if: [c, {a: b}, text]}
      #                                   ^^^^ error hot-wrong-type
            fixed_ips: {get_attr: [net, subnets]}
      """)
  }

  @Test func `a text matches the pattern of its property`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: {type: OS::Trove::Instance, properties: {name: n, flavor: f, size: 1, databases: [{name: "-"}, {name: shop}]}}
      #                                                                                             ^^^ error hot-pattern
      """)
  }

  @Test func `an unimplemented property is refused`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: {type: "AWS::EC2::Instance", properties: {ImageId: i, InstanceType: t, RamDiskId: x}}
      #                                                                           ^^^^^^^^^ error hot-unimplemented-property
      """)
  }
}
