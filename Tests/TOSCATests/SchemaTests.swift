import Support
import Testing

/// Expects a finding of the definition of a property, which a node template leaves out, or none.
private func expectDefinition(
  _ definition: String, _ marked: String, _ finding: String?,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let before = "      value: {required: false, "
  let line = before + definition + "}"
  var mark = ""
  // The mark falls on the last such text: a word such as a type may also stand before it.
  if let finding, let range = line.ranges(of: marked).last {
    let column = line.distance(from: line.startIndex, to: range.lowerBound)
    mark =
      "#" + String(repeating: " ", count: column - 1) + String(repeating: "^", count: marked.count)
      + " \(finding)"
  }
  expectFindings(
    """
    data_types:
      Port: {derived_from: integer, constraints: [{in_range: [1, 65535]}]}
      Ports: {derived_from: list, entry_schema: Port}
      Pair: {properties: {first: {type: string}}}
    node_types:
      Node:
        derived_from: tosca.nodes.Root
        properties:
    \(line)
    \(mark)
    topology_template:
      node_templates:
        node: {type: Node}
    """, .simple, sourceLocation: sourceLocation)
}

@Suite struct SchemaTests {
  @Test(arguments: [
    ("integer", "greater_than: abc", "abc"), ("integer", "in_range: [1]", "[1]"),
    ("integer", "in_range: 4", "4 "), ("integer", "in_range: [1, b]", "[1, b]"),
    ("integer", "in_range: [4, 1]", "[4, 1]"), ("integer", "in_range: [a, UNBOUNDED]", "[a, UNBOUNDED]"),
    ("integer", "valid_values: [1, two]", "[1, two]"), ("integer", "valid_values: 1 ", "1 "),
    ("integer", "valid_values: []", "[]"), ("string", "min_length: -1", "-1"),
    ("string", "max_length: a", "a "),
    ("string", "length: [1]", "[1]"), ("scalar-unit.size", "greater_than: 1 s", "1 s"),
    ("version", "less_than: 1 ", "1 "), ("timestamp", "less_than: never", "never"),
    ("boolean", "equal: 3", "3"),
    ("string", "pattern: [a]", "[a]"), ("string", "schema: '{'", "'{'"), ("Port", "less_than: many", "many"),
    ("range", "in_range: [9, 1]", "[9, 1]"), ("scalar-unit.size", "in_range: [1 GB, 1 MB]", "[1 GB, 1 MB]"),
  ])
  func `an operand fits the type`(type: String, constraint: String, operand: String) {
    let marked = operand.hasSuffix(" ") ? String(operand.dropLast()) : operand
    // The mark must not fall on an equal text earlier in the line.
    let before = constraint.prefix { $0 != ":" } + ": "
    let line = "      value: {required: false, type: \(type), constraints: [{\(before)"
    let mark =
      "#" + String(repeating: " ", count: line.count - 1) + String(repeating: "^", count: marked.count)
    expectFindings(
      """
      data_types:
        Port: {derived_from: integer, constraints: [{in_range: [1, 65535]}]}
      node_types:
        Node:
          derived_from: tosca.nodes.Root
          properties:
      \(line)\(constraint.dropFirst(before.count))}]}
      \(mark) error constraint-operand
      """, .simple)
  }

  @Test(arguments: [
    ("integer", "min_length: 1", "min_length"), ("list", "greater_than: 1", "greater_than"),
    ("boolean", "less_than: 1", "less_than"), ("integer", "pattern: a", "pattern"),
    ("map", "in_range: [1, 2]", "in_range"),
    ("Pair", "min_length: 1", "min_length"), ("Ports", "less_or_equal: 1", "less_or_equal"),
    ("range", "greater_or_equal: 1", "greater_or_equal"),
  ])
  func `a constraint says something of the type`(type: String, constraint: String, name: String) {
    expectDefinition("type: \(type), constraints: [{\(constraint)}]", name, "error constraint-type")
  }

  @Test(arguments: [
    "string, constraints: [{greater_than: a}, {max_length: 3}]", "Ports, constraints: [{min_length: 1}]",
    "Port, constraints: [{greater_than: 1024}]", "integer, constraints: [{in_range: [UNBOUNDED, 4]}]",
    "list, entry_schema: {type: string, constraints: [{min_length: 1}]}",
    "map, key_schema: {type: string, constraints: [{pattern: 'a+'}]}, entry_schema: {type: list, entry_schema: Port}",
    "boolean, constraints: [{valid_values: [true]}]", "string, constraints: [{valid_values: [1, 2]}]",
    "integer, constraints: [{valid_values: [1, 2]}, {less_than: 2}]",
  ])
  func `a definition is right`(definition: String) {
    expectDefinition("type: \(definition)", "", nil)
  }

  @Test(arguments: [
    ("integer", "{greater_than: 3}, {less_than: 4}", "less_than"),
    ("integer", "{in_range: [1, 3]}, {greater_or_equal: 4}", "greater_or_equal"),
    ("float", "{less_or_equal: 1.5}, {greater_than: 1.5}", "greater_than"),
    ("string", "{min_length: 4}, {max_length: 3}", "max_length"),
    ("list", "{length: 1}, {min_length: 2}", "min_length"),
    ("integer", "{valid_values: [1, 2]}, {greater_than: 2}", "greater_than"),
    ("string", "{equal: a}, {valid_values: [b]}", "valid_values"),
    ("scalar-unit.size", "{less_than: 1 MB}, {greater_than: 1 GB}", "greater_than"),
    ("Port", "{less_than: 1}", "less_than"),
  ])
  func `constraints leave a value`(type: String, constraints: String, second: String) {
    expectDefinition("type: \(type), constraints: [\(constraints)]", second, "error constraints-contradict")
  }

  @Test func `constraints may be written as a map`() {
    expectDefinition(
      "type: integer, constraints: {in_range: [1, 4]}", "{in_range: [1, 4]}", "warning constraint-form")
  }

  @Test func `a schema constraint is JSON, and not looked into`() {
    expectDefinition("type: string, constraints: [{schema: '{}'}]", "schema", "info schema-not-checked")
  }

  @Test func `an entry schema belongs to a list or a map`() {
    expectDefinition("type: integer, entry_schema: string", "string", "warning unused-entry-schema")
    expectDefinition("type: list, key_schema: {type: integer}", "integer", "warning unused-entry-schema")
  }

  @Test func `the type of an entry, and of the entries of that, exists`() {
    expectDefinition(
      "type: list, entry_schema: {type: map, entry_schema: Porz}", "Porz", "error unknown-type -> Port")
    expectDefinition("type: map, key_schema: strin", "strin", "error unknown-type -> string")
  }

  @Test func `a default keeps to the schema`() {
    expectDefinition("type: Ports, default: [80, x]", "x", "error wrong-type")
  }

  @Test func `keys and entries of a map have types`() {
    expectValue("{80: a, 443: b}", of: "{type: map, key_schema: Port, entry_schema: string}", nil)
    expectFindings(
      """
      data_types:
        Port: {derived_from: integer}
        Names: {derived_from: map, key_schema: {type: Port}, entry_schema: {type: string, constraints: [{max_length: 2}]}}
        Few: {derived_from: Names, constraints: [{max_length: 1}]}
      node_types:
        Node: {derived_from: tosca.nodes.Root, properties: {names: {type: Few}}}
      topology_template:
        node_templates:
          good: {type: Node, properties: {names: {80: a}}}
          long:
            type: Node
            properties:
              names: {80: abc}
      #                   ^^^ error constraint
          named:
            type: Node
            properties:
              names: {http: a}
      #               ^^^^ error wrong-type
          both: {type: Node, properties: {names: {80: a, 443: b}}}
      #                                          ^^^^^^^^^^^^^^^ error constraint
      """, .simple)
  }

  @Test func `an input keeps to its own definition`() {
    expectFindings(
      """
      data_types:
        Port: {derived_from: integer, constraints: [{in_range: [1, 65535]}]}
      topology_template:
        inputs:
          port: {type: Port, default: 80}
          wrong: {type: Port, default: 0}
      #                                ^ error constraint
          list: {type: list, entry_schema: Port, default: [80, x]}
      #                                                        ^ error wrong-type
          given: {type: string, constraints: [{max_length: 2}], value: long}
      #                                                                ^^^^ error constraint
          free: {type: string, required: false}
          maybe: {type: string, required: perhaps}
      #                                   ^^^^^^^ error wrong-form
      """, .simple)
  }

  @Test func `a data type does not need itself`() {
    expectFindings(
      """
      data_types:
        Tree: {properties: {value: {type: integer}, left: {type: Tree, required: false}}}
        Forest: {properties: {trees: {type: list, entry_schema: Forest}}}
        Own: {properties: {own: {type: Own}}}
      #                    ^^^ error endless-type
        A: {properties: {b: {type: B}}}
        B: {properties: {c: {type: C}}}
        C: {properties: {a: {type: A}}}
      #                  ^ error endless-type
        Some: {properties: {some: {type: Some, default: {}}}}
      node_types:
        Node: {derived_from: tosca.nodes.Root, properties: {tree: {type: Tree}}}
      topology_template:
        node_templates:
          node:
            type: Node
            properties:
              tree: {value: 1, left: {value: 2, left: {value: three}}}
      #                                                       ^^^^^ error wrong-type
      """, .simple)
  }

  @Test func `a long chain of data types is followed to its end`() {
    let chain = (1..<5000).map { "\n  T\($0): {properties: {next: {type: T\($0 + 1)}}}" }.joined()
    expectFindings("data_types:\(chain)\n  T5000: {properties: {next: {type: string}}}", .simple)
  }

  @Test func `a data type that refines a primitive one has no properties`() {
    expectFindings(
      """
      data_types:
        Port: {derived_from: integer, properties: {name: {type: string}}}
      #                      ^^^^^^^ error primitive-with-properties
      """, .simple)
  }

  @Test func `what should be a call is told from a map`() {
    expectValue(
      "{get_imput: a}", of: "{type: integer}", "error unknown-function -> get_input", marking: "get_imput")
    expectValue(
      "{get_propert: a}", of: "{type: Pair}", "error unknown-function -> get_property", marking: "get_propert"
    )
    expectValue("{other: a}", of: "{type: integer}", "error wrong-type")
    expectValue("{get_imput: a}", of: "{type: map}", nil)
  }
}
