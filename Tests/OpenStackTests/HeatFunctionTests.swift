import Support
import Testing

@Suite struct HeatFunctionTests {
  @Test func `a reference leads to something in the template`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        network: {type: string}
      resources:
        port:
          type: OS::Neutron::Port
          properties:
            network: {get_param: netwrk}
      #                          ^^^^^^ error hot-unknown-parameter -> network
            name: {get_resource: net}
      #                          ^^^ error hot-unknown-resource
            device_id: {get_attr: [prt, id]}
      #                            ^^^ error hot-unknown-resource -> port
      outputs:
        a: {value: {get_attr: [port, fixed_ip]}}
      #                              ^^^^^^^^ error hot-unknown-attribute -> fixed_ips
        b: {value: {get_attr: [port, fixed_ips, 0]}}
        c: {value: {get_attr: [port, show, status]}}
        d: {value: [{get_param: "OS::stack_name"}, {get_param: [network, 0]}]}
        e: {value: {get_attr: [port]}}
      """)
  }

  @Test func `a function gets the arguments that it takes`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      outputs:
        a: {value: {get_param: []}}
      #             ^^^^^^^^^ error hot-function-arguments
        b: {value: {get_attr: a}}
      #                       ^ error hot-function-arguments
        c: {value: {list_join: [a, b]}}
      #             ^^^^^^^^^ error hot-function-arguments
        d: {value: {str_replace: {template: a}}}
      #             ^^^^^^^^^^^ error hot-function-arguments
        e: {value: {repeat: {template: a, for_each: b}}}
      #             ^^^^^^ error hot-function-arguments
        f: {value: {resource_facade: name}}
      #                              ^^^^ error hot-function-arguments
        g: {value: {str_split: "a,b"}}
      #                        ^^^^^ error hot-function-arguments
        h: {value: {map_merge: {a: 1}}}
      #             ^^^^^^^^^ error hot-function-arguments
        i: {value: {yaql: {expression: "$", input: 1}}}
      #             ^^^^ error hot-function-arguments
        j: {value: {if: [a, b]}}
      #             ^^ error hot-function-arguments
        k: {value: {filter: [a]}}
      #             ^^^^^^ error hot-function-arguments
        l: {value: {make_url: {hostname: a}}}
      #             ^^^^^^^^ error hot-function-arguments
        m: {value: {list_concat: [1]}}
      #             ^^^^^^^^^^^ error hot-function-arguments
        n: {value: {contains: [1]}}
      #             ^^^^^^^^ error hot-function-arguments
        o: {value: {digest: [md5]}}
      #             ^^^^^^ error hot-function-arguments
        p: {value: {get_resource: [a]}}
      #             ^^^^^^^^^^^^ error hot-function-arguments
        q: {value: {map_replace: [{a: b}]}}
      #             ^^^^^^^^^^^ error hot-function-arguments
      """)
  }

  @Test func `calls in their right form are none`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        l: {type: comma_delimited_list}
      conditions: {c: true}
      outputs:
        a: {value: {get_param: [l, 0]}}
        c: {value: {list_join: ["", [a], {get_param: l}]}}
        d: {value: {str_replace: {template: {get_param: l}, params: {a: b}}}}
        e: {value: {repeat: {template: "%a%", for_each: {"%a%": [1]}}}}
        f: {value: {resource_facade: metadata}}
        g: {value: {str_split: [",", "a,b", 0]}}
        h: {value: {map_merge: [{a: 1}, {get_param: l}]}}
        i: {value: {yaql: {expression: "$", data: 1}}}
        j: {value: {if: [c, a, b]}}
        k: {value: {filter: [[a], [b]]}}
        l: {value: {make_url: {host: a}}}
        m: {value: {list_concat: [[1], [2]]}}
        n: {value: {contains: [1, [1]]}}
        o: {value: {digest: [md5, a]}}
        q: {value: {map_replace: [{a: b}, {keys: {a: c}}]}}
      """)
  }

  @Test func `a function that is newer than the template is data to Heat`() {
    expectHeatFindings(
      """
      heat_template_version: 2014-10-16
      outputs:
        a: {value: {str_split: [",", "a"]}}
      #             ^^^^^^^^^ warning hot-newer-function
        b: {value: {filter: [[a], [b]]}}
      #             ^^^^^^ warning hot-newer-function
        c: {value: {filter: a}}
        d: {value: {list_joins: [a]}}
      #             ^^^^^^^^^^ warning hot-unknown-function -> list_join
        e: {value: {filters: a}}
      """)
  }

  @Test func `the functions of CloudFormation are gone`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      outputs:
        a: {value: {"Fn::Join": ["", [a]]}}
      #             ^^^^^^^^^^ error hot-removed-function
        b: {value: {Ref: a}}
      #             ^^^ error hot-removed-function
      """)
  }

  @Test func `the functions of CloudFormation were in the first version`() {
    expectHeatFindings(
      """
      heat_template_version: 2013-05-23
      resources:
        a: {type: OS::Heat::None}
      outputs:
        a: {value: {"Fn::Join": ["", [a]]}}
        b: {value: {Ref: a}}
      """)
  }

  @Test func `what makes other things has their outputs as attributes`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        group: {type: OS::Heat::ResourceGroup, properties: {resource_def: {type: OS::Heat::None}}}
        deployment: {type: OS::Heat::SoftwareDeployment, properties: {server: s, config: c}}
        config: {type: OS::Heat::SoftwareConfig}
      outputs:
        a: {value: {get_attr: [group, resource.0.name]}}
        b: {value: {get_attr: [deployment, version]}}
        c: {value: {get_attr: [config, version]}}
      #                                ^^^^^^^ error hot-unknown-attribute
      """)
  }
}
