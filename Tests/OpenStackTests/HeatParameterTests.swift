import Support
import Testing

@Suite struct HeatParameterTests {
  @Test func `a parameter has a type and known keys`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        a: {}
      # ^ error hot-missing-key
        b: {type: integer}
      #           ^^^^^^^ error hot-parameter-type
        c: {type: string, defualt: x}
      #                   ^^^^^^^ error hot-unknown-key -> default
        d: text
      #    ^^^^ error hot-wrong-form
        e: {type: string, tags: [x]}
      """)
  }

  @Test func `a constraint fits the type and has its form`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        a: {type: string, constraints: [{range: {min: 1}}]}
      #                                  ^^^^^ error hot-parameter-constraint
        b: {type: number, constraints: [{length: {min: 1}}]}
      #                                  ^^^^^^ error hot-parameter-constraint
        c: {type: number, constraints: [{range: {}}]}
      #                                  ^^^^^ error hot-parameter-constraint
        d: {type: number, constraints: [{range: {minimum: 1}}]}
      #                                  ^^^^^ error hot-parameter-constraint
        e: {type: string, constraints: [{allowed_values: x}]}
      #                                                  ^ error hot-parameter-constraint
        f: {type: string, constraints: [{allowed_pattern: "("}]}
      #                                                   ^^^ error hot-parameter-constraint
        g: {type: number, constraints: [{modulo: {step: 2}}]}
      #                                  ^^^^^^ error hot-parameter-constraint
        h: {type: string, constraints: [{description: x}]}
      #                                 ^^^^^^^^^^^^^^^^ error hot-parameter-constraint
        i: {type: string, constraints: {length: {min: 1}}}
      #                   ^^^^^^^^^^^ error hot-wrong-form
        j: {type: string, constraints: [x]}
      #                                 ^ error hot-wrong-form
        k: {type: string, constraints: [{length: {min: 1}}, {allowed_pattern: "[a-z]+", description: d}, {custom_constraint: nova.flavor}]}
        l: {type: json, constraints: [{allowed_values: [a]}]}
      #                                ^^^^^^^^^^^^^^ error hot-parameter-constraint
      """)
  }

  @Test func `a default is of the type and within the constraints`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        a: {type: number, default: 0, constraints: [{range: {min: 1}}]}
      #                                              ^^^^^ error hot-parameter-default
        b: {type: string, default: ab, constraints: [{length: {max: 1}}]}
      #                                               ^^^^^^ error hot-parameter-default
        c: {type: string, default: a, constraints: [{allowed_values: [b]}]}
      #                                              ^^^^^^^^^^^^^^ error hot-parameter-default
        d: {type: string, default: 1a, constraints: [{allowed_pattern: "[a-z]*"}]}
      #                                                                ^^^^^^^^ error hot-parameter-default
        e: {type: number, default: 3, constraints: [{modulo: {step: 2, offset: 0}}]}
      #                                              ^^^^^^ error hot-parameter-default
        f: {type: comma_delimited_list, default: "a,b", constraints: [{allowed_values: [a]}]}
      #                                                                ^^^^^^^^^^^^^^ error hot-parameter-default
        g: {type: number, default: x, constraints: []}
      #                            ^ error hot-parameter-default
        h: {type: boolean, default: maybe, constraints: []}
      #                             ^^^^^ error hot-parameter-default
        i: {type: json, default: "{", constraints: []}
      #                          ^^^ error hot-parameter-default
        j: {type: number, default: "2", constraints: [{range: {min: 1, max: 2}}, {allowed_values: [2]}, {modulo: {step: 2, offset: 0}}]}
        k: {type: boolean, default: on, constraints: []}
        l: {type: json, default: {a: 1}, constraints: [{length: {min: 1}}]}
        m: {type: comma_delimited_list, default: [a], constraints: [{length: {max: 1}}]}
        n: {type: string, default: 5, constraints: [{allowed_values: [5, 6]}]}
      """)
  }

  @Test func `a group has parameters that are in no other`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        a: {type: string}
      parameter_groups:
        - {label: x, parameters: [a, b]}
      #                              ^ error hot-unknown-parameter
        - {parameters: [a]}
      #                 ^ error hot-parameter-group
        - {label: y}
      #   ^^^^^^^^^^ error hot-missing-key
        - {parameters: a}
      #                ^ error hot-wrong-form
        - z
      #   ^ error hot-wrong-form
      """)
  }

  @Test func `what a parameter gives fits where it is used`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        text: {type: string}
        list: {type: comma_delimited_list}
        word: {type: string, default: many}
        count: {type: number, default: 2}
      resources:
        port:
          type: OS::Neutron::Port
          properties:
            network: {get_param: list}
      #     ^^^^^^^ error hot-wrong-type
            security_groups: {get_param: text}
      #     ^^^^^^^^^^^^^^^ error hot-wrong-type
            tags: {get_param: list}
        group:
          type: OS::Heat::ResourceGroup
          properties: {count: {get_param: word}, resource_def: {type: OS::Heat::None}}
      #                ^^^^^ error hot-wrong-type
        other:
          type: OS::Heat::ResourceGroup
          properties: {count: {get_param: count}, resource_def: {type: OS::Heat::None}}
      """)
  }
}
