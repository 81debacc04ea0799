import Support
import Testing

@Suite struct HeatTemplateCheckTests {
  @Test func `a template has a version that there is`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-13
      #                      ^^^^^^^^^^ error hot-unknown-version -> 2018-08-31
      resources: {}
      """)
  }

  @Test func `a section is one of HOT`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resource: {}
      ^^^^^^^^ error hot-unknown-key -> resources
      parameters: []
      ^^^^^^^^^^ error hot-wrong-form
      outputs:
        a: {value: 1, discription: x}
      #               ^^^^^^^^^^^ error hot-unknown-key -> description
        b: {}
      # ^ error output-without-value
        c: {description: x}
      # ^ error output-without-value
      """)
  }

  @Test func `conditions came with a version`() {
    expectHeatFindings(
      """
      heat_template_version: 2016-04-08
      conditions: {a: true}
      ^^^^^^^^^^ error hot-unknown-key
      resources:
        n: {type: OS::Neutron::Net, condition: a}
      #                             ^^^^^^^^^ error hot-unknown-key
      """)
  }

  @Test func `a resource is a map with a type`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: 1
      #    ^ error hot-wrong-form
        b: {}
      # ^ error hot-missing-key
        c: {type: [x]}
      #     ^^^^ error hot-wrong-form
        d/e: {type: OS::Heat::None}
      # ^^^ error hot-wrong-form
        f: {type: OS::Neutron::Net, properties: [1]}
      #                             ^^^^^^^^^^ error hot-wrong-form
      """)
  }

  @Test func `a resource type is one of Heat, or one of an environment`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: {type: OS::Nova::Servr}
      #           ^^^^^^^^^^^^^^^ error hot-unknown-type -> OS::Nova::Server
        b: {type: OS::Nova::Wrong}
      #           ^^^^^^^^^^^^^^^ error hot-unknown-type
        c: {type: My::Own}
      #           ^^^^^^^ warning hot-custom-type
        d: {type: server.yaml}
        e: {type: OS::My::Own}
      #           ^^^^^^^^^^^ warning hot-custom-type
      """)
  }

  @Test func `types and properties that are out of date are named`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: {type: OS::Nova::FloatingIP, properties: {pool: p}}
      #           ^^^^^^^^^^^^^^^^^^^^ warning hot-deprecated -> OS::Neutron::FloatingIP
        b: {type: OS::Senlin::Receiver, properties: {cluster: c, action: a}}
      #           ^^^^^^^^^^^^^^^^^^^^ info hot-retired-type
      #                                                                  ^ error hot-allowed-value
        c: {type: OS::Senlin::Receiver, properties: {cluster: c, action: a}}
      #                                                                  ^ error hot-allowed-value
        d: {type: OS::Neutron::Port, properties: {network_id: n}}
      #                                           ^^^^^^^^^^ warning hot-deprecated -> network
        e: {type: OS::Neutron::Port, properties: {network_id: n, network: n}}
      #                                           ^^^^^^^^^^ error hot-conflicting-properties
      #                                           ^^^^^^^^^^ warning hot-deprecated -> network
      """)
  }

  @Test func `a deletion policy is one of three`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: {type: OS::Heat::None, deletion_policy: Reatin}
      #                                            ^^^^^^ error hot-deletion-policy -> Retain
        b: {type: OS::Heat::None, deletion_policy: retain}
      """)
  }

  @Test func `a name in lower case is a deletion policy since 2016-10-14`() {
    expectHeatFindings(
      """
      heat_template_version: 2016-04-08
      resources:
        b: {type: OS::Heat::None, deletion_policy: retain}
      #                                            ^^^^^^ error hot-deletion-policy -> Retain
      """)
  }

  @Test func `a dependency names resources`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: {type: OS::Heat::None, depends_on: [b, 1, bb]}
      #                                        ^ error hot-unknown-resource
      #                                           ^ error hot-wrong-form
        bb: {type: OS::Heat::None, depends_on: {}}
      #                            ^^^^^^^^^^ error hot-wrong-form
      """)
  }

  @Test func `a resource and a parameter have different names`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      parameters:
        a: {type: string}
      resources:
        a: {type: OS::Heat::None}
      # ^ error hot-duplicate-name
      """)
  }

  @Test func `resources that need each other are found`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      resources:
        a: {type: OS::Heat::None, depends_on: b}
      # ^ error hot-dependency-cycle
        b: {type: OS::Heat::None, properties: {x: {get_resource: c}}}
        c: {type: OS::Heat::None, properties: {x: [{get_attr: [a, show]}]}}
        d: {type: OS::Heat::None, depends_on: a}
        e: {type: OS::Heat::None, depends_on: e}
      # ^ error hot-dependency-cycle
      """)
  }

  @Test func `only one branch of if counts for the order`() {
    expectHeatFindings(
      """
      heat_template_version: 2018-08-31
      conditions: {c: true}
      resources:
        a: {type: OS::Heat::None, properties: {x: {if: [c, {get_resource: b}, 1]}}}
        b: {type: OS::Heat::None, properties: {x: {if: [c, 1, {get_resource: a}]}}}
      """)
  }
}
