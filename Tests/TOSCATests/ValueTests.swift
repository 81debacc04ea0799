import Support
import Testing

/// Expects a finding of a property's value, or of the part of it that is marked; or none.
func expectValue(
  _ value: String, of schema: String, _ finding: String?, marking part: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let before = "      properties: {value: "
  let marked = part ?? value
  let offset =
    value.ranges(of: marked).first.map { value.distance(from: value.startIndex, to: $0.lowerBound) } ?? 0
  let mark = finding.map { finding in
    "#" + String(repeating: " ", count: before.count + offset - 1)
      + String(repeating: "^", count: marked.count)
      + " \(finding)"
  }
  expectFindings(
    """
    data_types:
      Port: {derived_from: integer}
      Pair: {properties: {first: {type: string}, second: {type: integer, required: false}}}
    node_types:
      Node: {derived_from: tosca.nodes.Root, properties: {value: \(schema)}}
    topology_template:
      inputs: {input: {type: string}}
      node_templates:
        node:
          type: Node
    \(before)\(value)}
    \(mark ?? "")
    """, .simple, sourceLocation: sourceLocation)
}

@Suite struct ValueTests {
  @Test(arguments: [
    ("string", "text"), ("string", "'3'"), ("string", "null"), ("integer", "3"), ("integer", "-3"),
    ("integer", "'3'"), ("integer", "0x10"), ("float", "1.5"), ("float", "3"), ("boolean", "true"),
    ("boolean", "no"),
    ("boolean", "'true'"), ("version", "1.0"), ("version", "1.0.0.alpha-1"), ("timestamp", "2016-04-08"),
    ("range", "[1, 4]"), ("range", "[1, UNBOUNDED]"), ("list", "[]"), ("list", "[a, 1]"), ("map", "{}"),
    ("map", "{a: 1, b: [c]}"), ("json", "'{}'"), ("xml", "<a/>"), ("json", "{a: b}"), ("null", "null"),
    ("scalar-unit.size", "1 GB"),
    ("scalar-unit.time", "5 ms"), ("scalar-unit.frequency", "2.4 GHz"),
    ("scalar-unit.bitrate", "10 Mbps"), ("int", "3"), ("bool", "true"), ("tosca:integer", "3"),
    ("Port", "80"),
    ("Pair", "{first: a}"), ("Pair", "{first: a, second: 3}"), ("integer", "{get_input: input}"),

  ])
  func `a value fits its type`(type: String, value: String) {
    expectValue(value, of: "{type: \(type), required: false}", nil)
  }

  @Test(arguments: [
    ("integer", "three"), ("integer", "1.5"), ("integer", "true"), ("integer", "[1]"), ("float", "one"),
    ("boolean", "3"), ("boolean", "maybe"), ("string", "[a]"), ("string", "{a: b}"), ("list", "a"),
    ("list", "{a: b}"),
    ("map", "a"), ("map", "[a]"), ("version", "{a: b}"), ("scalar-unit.size", "1 parsec"),
    ("scalar-unit.size", "large"),
    ("scalar-unit.time", "1 GB"), ("scalar-unit.frequency", "1 GB"), ("scalar-unit.bitrate", "1 GB"),
    ("Port", "eighty"),
    ("Pair", "text"), ("Pair", "[a]"), ("null", "x"),
  ])
  func `a value does not fit its type`(type: String, value: String) {
    expectValue(value, of: "{type: \(type)}", "error wrong-type")
  }

  @Test(arguments: ["3", "1.5", "true", "no"])
  func `a string that YAML takes for something else is quoted`(value: String) {
    expectValue(value, of: "{type: string}", "warning unquoted-string")
  }

  @Test(arguments: [
    ("string, constraints: [{equal: a}]", "a"), ("integer, constraints: [{greater_than: 3}]", "4"),
    ("integer, constraints: [{greater_or_equal: 3}]", "3"), ("integer, constraints: [{less_than: 3}]", "2"),
    ("integer, constraints: [{less_or_equal: 3}]", "3"), ("integer, constraints: [{in_range: [1, 4]}]", "1"),
    ("integer, constraints: [{in_range: [1, 4]}]", "4"),
    ("integer, constraints: [{in_range: [1, UNBOUNDED]}]", "99"),
    ("string, constraints: [{valid_values: [a, b]}]", "b"),
    ("integer, constraints: [{valid_values: [4, 6]}]", "6"),
    ("string, constraints: [{length: 3}]", "abc"), ("string, constraints: [{min_length: 3}]", "abcd"),
    ("string, constraints: [{max_length: 3}]", "''"), ("list, constraints: [{max_length: 2}]", "[a, b]"),
    ("map, constraints: [{min_length: 1}]", "{a: b}"), ("string, constraints: [{pattern: 'a*'}]", "aaa"),
    ("scalar-unit.size, constraints: [{greater_or_equal: 1 MB}]", "1 MiB"),
    ("scalar-unit.time, constraints: [{in_range: [1 s, 1 h]}]", "5 m"),
    ("float, constraints: [{greater_than: 0}]", "0.1"),
    ("integer, constraints: [{in_range: [1, 4]}, {less_than: 3}]", "2"),
    ("integer, constraints: [{less_than: 3}]", "{get_input: input}"),
  ])
  func `a value keeps within its constraints`(schema: String, value: String) {
    expectValue(value, of: "{type: \(schema)}", nil)
  }

  @Test(arguments: [
    ("string, constraints: [{equal: a}]", "b"), ("integer, constraints: [{greater_than: 3}]", "3"),
    ("integer, constraints: [{greater_or_equal: 3}]", "2"), ("integer, constraints: [{less_than: 3}]", "3"),
    ("integer, constraints: [{less_or_equal: 3}]", "4"), ("integer, constraints: [{in_range: [1, 4]}]", "0"),
    ("integer, constraints: [{in_range: [1, 4]}]", "5"),
    ("integer, constraints: [{in_range: [1, UNBOUNDED]}]", "0"),
    ("integer, constraints: [{valid_values: [4, 6]}]", "5"), ("string, constraints: [{length: 3}]", "ab"),
    ("string, constraints: [{min_length: 3}]", "ab"), ("string, constraints: [{max_length: 3}]", "abcd"),
    ("list, constraints: [{max_length: 2}]", "[a, b, c]"), ("map, constraints: [{min_length: 1}]", "{}"),
    ("scalar-unit.size, constraints: [{greater_or_equal: 1 MiB}]", "1 MB"),
    ("scalar-unit.time, constraints: [{in_range: [1 s, 1 h]}]", "1 d"),
    ("integer, constraints: [{in_range: [1, 4]}, {less_than: 3}]", "3"),
  ])
  func `a value breaks a constraint`(schema: String, value: String) {
    expectValue(value, of: "{type: \(schema)}", "error constraint")
  }

  @Test func `one of the valid values is proposed`() {
    expectValue(
      "afinity", of: "{type: string, constraints: [{valid_values: [affinity, none]}]}",
      "error constraint -> affinity")
  }

  @Test func `what a list or a map holds has a type too`() {
    expectFindings(
      """
      node_types:
        Node:
          derived_from: tosca.nodes.Root
          properties:
            list: {type: list, entry_schema: {type: integer}}
            map: {type: map, entry_schema: {type: list, entry_schema: integer}}
      topology_template:
        node_templates:
          node:
            type: Node
            properties:
              list: [1, two, 3]
      #                 ^^^ error wrong-type
              map: {a: [1], b: 2, c: [x]}
      #                        ^ error wrong-type
      #                               ^ error wrong-type
      """, .simple)
  }

  @Test func `a data type has constraints of its own and of what it derives from`() {
    expectFindings(
      """
      data_types:
        Port: {derived_from: integer, constraints: [{in_range: [1, 65535]}]}
        UserPort: {derived_from: Port, constraints: [{greater_or_equal: 1024}]}
      node_types:
        Node:
          derived_from: tosca.nodes.Root
          properties:
            ports: {type: list, entry_schema: {type: UserPort}}
            normative: {type: tosca.datatypes.network.PortDef, default: 80}
      topology_template:
        node_templates:
          node:
            type: Node
            properties:
              ports: [80, 8080, 80800]
      #               ^^ error constraint
      #                         ^^^^^ error constraint
              normative: 65536
      #                  ^^^^^ error constraint
      """, .simple)
  }

  @Test func `a value of a data type has its properties`() {
    expectFindings(
      """
      data_types:
        Pair: {properties: {first: {type: string}, second: {type: integer, default: 1}}}
        Triple: {derived_from: Pair, properties: {third: {type: Pair}}}
      node_types:
        Node: {derived_from: tosca.nodes.Root, properties: {value: {type: Triple}}}
      topology_template:
        node_templates:
          good: {type: Node, properties: {value: {first: a, third: {first: b}}}}
          bad:
            type: Node
            properties:
              value: {first: a, second: b, fourth: c}
      #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error missing-property
      #                                 ^ error wrong-type
      #                                    ^^^^^^ error unknown-property
      """, .simple)
  }

  @Test func `a constraint is one of TOSCA's`() {
    expectFindings(
      """
      node_types:
        Node:
          derived_from: tosca.nodes.Root
          properties:
            value: {type: integer, constraints: [{in_rang: [1, 2]}], required: false}
      #                                           ^^^^^^^ error unknown-key -> in_range
      topology_template:
        node_templates:
          node: {type: Node}
      """, .simple)
  }

  @Test func `a required property without a default has a value`() {
    expectFindings(
      """
      node_types:
        Node:
          derived_from: tosca.nodes.Root
          properties:
            a: {type: string}
            b: {type: string, required: false}
            c: {type: string, default: x}
            d: {type: string}
      topology_template:
        node_templates:
          good: {type: Node, properties: {a: x, d: y}}
          bad: {type: Node, properties: {a: null, d: y}}
      #   ^^^ error missing-property
          none: {type: Node}
      #   ^^^^ error missing-property
      #   ^^^^ error missing-property
      """, .simple)
  }

  @Test func `a property and a capability are those of the type`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities:
              hosts: {properties: {num_cpus: 1}}
      #       ^^^^^ error unknown-capability -> host
              host: {properties: {num_cpu: 1, mem_size: 1 GB}}
      #                           ^^^^^^^ error unknown-property -> num_cpus
              os: {properties: {type: linux, version: 1.0}}
          volume:
      #   ^^^^^^ warning unattached-storage
            type: tosca.nodes.Storage.BlockStorage
            properties: {name: data, size: 1 GB, sise: 2 GB}
      #                                          ^^^^ error unknown-property -> size
      """, .simple)
  }

  @Test func `a capability keeps within the constraints of its type`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          server:
            type: tosca.nodes.Compute
            capabilities:
              host: {properties: {num_cpus: 0, mem_size: 1 parsec, disk_size: 10 GB}}
      #                                     ^ error constraint
      #                                                  ^^^^^^^^ error wrong-type
      """, .simple)
  }
}
