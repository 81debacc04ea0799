import Diagnostics
import OpenStack
import Support
import TOSCA
import Testing
import Translation

@Suite struct InputTests {
  @Test func `inputs become parameters`() {
    expectTranslation(
      of: """
        topology_template:
          inputs:
            text: {type: string, description: A text, default: ''}
            size: {type: integer, default: 0}
            share: {type: float, default: 0.5}
            flag: {type: boolean, default: false}
            list: {type: list, entry_schema: {type: string}, default: [a, b]}
            map: {type: map, default: {a: 1}}
            version: {type: version, default: 1.0}
            memory: {type: scalar-unit.size, default: 1 GB}
            given: {type: string, value: here}
            bare: {type: string}
        """, .simple,
      main: """
        parameters:
          text:
            type: string
            description: A text
            default: ''
          size:
            type: number
            default: 0
          share:
            type: number
            default: 0.5
          flag:
            type: boolean
            default: false
          list:
            type: comma_delimited_list
            default:
            - a
            - b
          map:
            type: json
            default:
              a: 1
          version:
            type: string
            default: '1.0'
          memory:
            type: number
            default: 1
          given:
            type: string
            default: here
          bare:
            type: string
        """)
  }

  @Test func `an input has the parameter type of what its type refines`() {
    expectTranslation(
      of: """
        data_types:
          Port: {derived_from: tosca.datatypes.network.PortDef}
          Pair: {properties: {first: {type: string}}}
        topology_template:
          inputs:
            a: {type: int, default: 3}
            b: {type: bool, default: true}
            c: {type: tosca:integer, default: 4}
            d: {type: scalar-unit.bitrate, default: 10 Mbps}
            e: {type: xml, default: <a/>}
            f: {type: Port, default: 80}
            g: {type: list, entry_schema: {type: map}, default: [{a: b}]}
            h: {type: Pair, default: {first: x}}
            i: {type: list, entry_schema: {type: Port}, default: [80, 443]}
        """, .simple,
      main: """
        parameters:
          a:
            type: number
            default: 3
          b:
            type: boolean
            default: true
          c:
            type: number
            default: 4
          d:
            type: string
            default: 10 Mbps
          e:
            type: string
            default: <a/>
          f:
            type: number
            default: 80
          g:
            type: json
            default:
            - a: b
          h:
            type: json
            default:
              first: x
          i:
            type: comma_delimited_list
            default:
            - 80
            - 443
        """)
  }

  @Test func `an input that a secret is taken from is hidden too`() throws {
    let template = ReadTemplate(
      """
      topology_template:
        inputs: {first: {type: string}, second: {type: string}, third: {type: string}}
        node_templates:
          server: {type: tosca.nodes.Compute}
          dbms:
            type: tosca.nodes.DBMS
            properties: {root_password: {concat: [x, {get_input: first}]}}
            requirements: [{host: server}]
            interfaces:
              Standard:
                create: {implementation: create.sh, inputs: {key_secret: {get_input: second}, n: {get_input: third}}}
      """, .simple)
    let parameters = try #require(template.translated().translation).main.parameters
    #expect(parameters.filter(\.element.isHidden).map(\.name) == ["first", "second"])
  }

  @Test func `what is secret is hidden in what Heat shows`() {
    expectTranslation(
      of: """
        topology_template:
          inputs:
            db_pwd: {type: string}
            login: {type: tosca.datatypes.Credential}
            name: {type: string}
        """, .simple,
      main: """
        parameters:
          db_pwd:
            type: string
            hidden: true
          login:
            type: json
            hidden: true
          name:
            type: string
        """)
  }

  @Test func `the values that are given become the defaults`() {
    expectTranslation(
      of: """
        topology_template:
          inputs:
            flag: {type: boolean, default: true}
            count: {type: integer}
            range: {type: range}
            map: {type: map, entry_schema: {type: string}}
            version: {type: version}
            size: {type: scalar-unit.size, default: 1 GB}
            other: {type: string, default: here}
        """, .simple,
      main: """
        parameters:
          flag:
            type: boolean
            default: false
          count:
            type: number
            default: 0
          range:
            type: comma_delimited_list
            default:
            - 1
            - UNBOUNDED
          map:
            type: json
            default:
              a: b
          version:
            type: string
            default: '1.0'
          size:
            type: number
            default: 2
          other:
            type: string
            default: here
        """,
      inputs: [
        .value(name: "flag", text: "false"), .value(name: "count", text: "0"),
        .value(name: "range", text: "[1, UNBOUNDED]"), .value(name: "map", text: "{a: b}"),
        .value(name: "version", text: "1.0"), .value(name: "size", text: "1500 MB"),
      ])
  }

  @Test func `a constraint that HOT cannot say is left out with a warning`() {
    expectTranslation(
      of: """
        topology_template:
          inputs:
            a: {type: float, constraints: [{in_range: [0.5, 0.9]}]}
            b: {type: float, constraints: [{greater_than: 0}]}
        #                                   ^^^^^^^^^^^^ warning not-translated
            c: {type: scalar-unit.time, constraints: [{greater_or_equal: 1 s}]}
        #                                              ^^^^^^^^^^^^^^^^ warning not-translated
            d: {type: integer, constraints: [{greater_than: 9223372036854775807}]}
        #                                     ^^^^^^^^^^^^ warning not-translated
            e: {type: integer, constraints: [{less_than: -9223372036854775808}]}
        #                                     ^^^^^^^^^ warning not-translated
        """, .simple,
      main: """
        parameters:
          a:
            type: number
            constraints:
            - range:
                min: 0.5
                max: 0.9
          b:
            type: number
          c:
            type: string
          d:
            type: number
          e:
            type: number
        """)
  }

  @Test func `constraints of inputs are kept`() {
    expectTranslation(
      of: """
        topology_template:
          inputs:
            a: {type: integer, constraints: [{in_range: [1, 4]}]}
            b: {type: integer, constraints: [{in_range: [1, UNBOUNDED]}]}
            c: {type: integer, constraints: [{greater_than: 1}, {less_than: 4}]}
            d: {type: integer, constraints: [{greater_or_equal: 1}, {less_or_equal: 4}]}
            e: {type: string, constraints: [{valid_values: [x, z]}]}
            f: {type: string, constraints: [{equal: x}]}
            g: {type: string, constraints: [{length: 3}]}
            h: {type: string, constraints: [{min_length: 1}, {max_length: 3}]}
            i: {type: string, constraints: [{pattern: '[a-z]*'}]}
        """, .simple,
      main: """
        parameters:
          a:
            type: number
            constraints:
            - range:
                min: 1
                max: 4
          b:
            type: number
            constraints:
            - range:
                min: 1
          c:
            type: number
            constraints:
            - range:
                min: 2
            - range:
                max: 3
          d:
            type: number
            constraints:
            - range:
                min: 1
            - range:
                max: 4
          e:
            type: string
            constraints:
            - allowed_values:
              - x
              - z
          f:
            type: string
            constraints:
            - allowed_values:
              - x
          g:
            type: string
            constraints:
            - length:
                min: 3
                max: 3
          h:
            type: string
            constraints:
            - length:
                min: 1
            - length:
                max: 3
          i:
            type: string
            constraints:
            - allowed_pattern: '[a-z]*'
        """)
  }
}

/// An output whose value is the call given, beside nodes that it may name.
private func output(_ call: String) -> String {
  """
  topology_template:
    inputs:
      size: {type: string}
      map: {type: map}
      names: {type: list}
    node_templates:
      VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, network_name: {get_input: size}}}
      CP1: {type: tosca.nodes.nfv.CP.Tacker, requirements: [{virtualLink: VL1}, {virtualBinding: VDU1}]}
      VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
    outputs:
      output: {value: \(call)}
  """
}

@Suite struct FunctionTests {
  @Test(arguments: [
    ("{get_input: size}", "    value: {get_param: size}"),
    ("{get_input: [map, key]}", "    value: {get_param: [map, key]}"),
    ("{get_property: [VDU1, image]}", "    value: cirros"),
    ("{get_property: [VL1, network_name]}", "    value: {get_param: size}"),
    ("{get_attribute: [VDU1, private_address]}", "    value: {get_attr: [CP1, fixed_ips, 0, ip_address]}"),
    ("{get_attribute: [CP1, ip_address]}", "    value: {get_attr: [CP1, fixed_ips, 0, ip_address]}"),
    (
      "{concat: [a, {get_input: size}, 3]}",
      "    value:\n      str_replace:\n        template: $s0$s1$s2\n"
        + "        params:\n          $s0: a\n          $s1: {get_param: size}\n          $s2: '3'"
    ),
    (
      "{concat: [{concat: [a]}, {token: ['a:b', ':', 1]}]}",
      "    value:\n      str_replace:\n        template: $s0$s1\n        params:\n          $s0:\n"
        + "            str_replace:\n              template: $s0\n              params:\n                $s0: a\n"
        + "          $s1:\n            str_split:\n            - ':'\n            - a:b\n            - 1"
    ),
    (
      "{join: [{get_input: names}, '-']}",
      "    value:\n      list_join:\n      - '-'\n      - {get_param: names}"
    ),
    (
      "{join: [[{get_input: size}, 2], '-']}",
      "    value:\n      list_join:\n      - '-'\n      - - str_replace:\n            template: $s0\n"
        + "            params:\n              $s0: {get_param: size}\n        - '2'"
    ),
    ("{get_nodes_of_type: tosca.nodes.nfv.VDU.Tacker}", "    value:\n    - VDU1"),
    ("{get_nodes_of_type: tosca.nodes.DBMS}", "    value: []"),
    ("{get_attribute: [VDU1, tosca_name]}", "    value: VDU1"),
    (
      "{get_attribute: [VDU1, networks, net0, addresses, 0]}",
      "    value: {get_attr: [VDU1, networks, net0, 0]}"
    ),
    ("{get_attribute: [VDU1, ports, CP1, port_id]}", "    value: {get_resource: CP1}"),
    ("{get_attribute: [VDU1, ports, CP1, mac_address]}", "    value: {get_attr: [CP1, mac_address]}"),
    (
      "{get_attribute: [VDU1, ports, CP1, addresses, 0]}",
      "    value: {get_attr: [CP1, fixed_ips, 0, ip_address]}"
    ),
    ("{join: [[a, b], ',']}", "    value:\n      list_join:\n      - ','\n      - - a\n        - b"),
    ("{join: [[a, b]]}", "    value:\n      list_join:\n      - ''\n      - - a\n        - b"),
    ("{token: ['a:b', ':', 1]}", "    value:\n      str_split:\n      - ':'\n      - a:b\n      - 1"),
    ("[1, {get_input: size}]", "    value:\n    - 1\n    - {get_param: size}"),
    ("{a: {get_input: size}, b: 2.5}", "    value:\n      a: {get_param: size}\n      b: 2.5"),
  ])
  func `a call becomes what HOT has for it`(call: String, value: String) {
    let read = ReadTemplate(output(call))
    let (translation, log) = read.translated()
    #expect(log.findings.allSatisfy { $0.code == "unused-input" })
    let text = String(decoding: translation?.main.value.yaml ?? [], as: UTF8.self)
    #expect(text.hasSuffix("outputs:\n  output:\n\(value)\n"), "\(text)")
  }

  @Test(arguments: [
    "{get_property: [VDU1, key_name]}", "{get_attribute: [VDU1, tosca_id]}",
    "{get_operation_output: [VDU1, Standard, create, address]}", "{join: [{get_input: size}, '-']}",
  ])
  func `a call without a counterpart is left out with a warning`(call: String) {
    let mark = String(repeating: "^", count: call.count) + " warning not-translated"
    expectFindings(output(call) + "\n#                   \(mark)", isTranslated: true)
  }

  @Test func `a property that refers to itself is refused`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: {get_property: [VDU1, image]}, flavor: m1}}
      #                                                                 ^^^^^^^^^^^^ error function-cycle
      """, isTranslated: true)
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: {get_property: [VDU2, image]}, flavor: m1}}
      #                                                                 ^^^^^^^^^^^^ error function-cycle
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: {get_property: [VDU1, image]}, flavor: m1}}
      """, isTranslated: true)
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: {get_property: [VDU2, image]}, flavor: m1}}
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1}}
      """, isTranslated: true)
  }

  @Test func `properties that double with each step are refused`() {
    let properties = (0..<40).map {
      "p\($0): {concat: [{get_property: [node, p\($0 + 1)]}, {get_property: [node, p\($0 + 1)]}]}"
    }
    let types = (0...40).map { "p\($0): {type: string, required: false}" }
    let template = ReadTemplate(
      """
      node_types:
        Network: {derived_from: tosca.nodes.nfv.VL, properties: {\(types.joined(separator: ", "))}}
      topology_template:
        node_templates:
          node: {type: Network, properties: {vendor: acme, \(properties.joined(separator: ", ")), p40: x}}
        outputs:
          output: {value: {get_property: [node, p0]}}
      """)
    #expect(template.log.findings.isEmpty)
    #expect(template.translated().log.findings.map(\.code).contains("property-cycle"))
    #expect(template.translated().translation == nil)
  }

  @Test func `what a server has at a network node is what its port there has`() throws {
    let marked = """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          CP1:
            type: tosca.nodes.nfv.CP.Tacker
            requirements: [{virtualLink: {node: VL1}}, {virtualBinding: {node: VDU1}}]
          VL1: {type: tosca.nodes.nfv.VL, properties: {vendor: acme, cidr: 10.0.0.0/24}}
        outputs:
          all: {value: {get_attribute: [VDU1, networks, VL1, addresses]}}
          second: {value: {get_attribute: [VDU1, networks, VL1, addresses, 1]}}
          id: {value: {get_attribute: [VDU1, networks, VL1, network_id]}}
      """
    let outputs = try #require(ReadTemplate(marked).translated().translation).main.outputs.map(
      \.element.value)
    #expect(
      outputs == [
        [.getAttr("CP1", "fixed_ips", 0, "ip_address")], .getAttr("CP1", "fixed_ips", 1, "ip_address"),
        .getAttr("CP1", "network_id"),
      ])
  }

  @Test func `an attribute of what is scaled has no one value`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
        policies:
        - scaling:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
        outputs:
          address: {value: {get_attribute: [VDU1, private_address]}}
      #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning not-translated
      """, isTranslated: true)
  }
}
