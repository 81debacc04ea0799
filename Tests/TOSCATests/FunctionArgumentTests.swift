import Support
import Testing

/// Expects a finding of the output of a template, or none.
private func expectOutput(
  _ value: String, _ finding: String?, marking part: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let before = "    output: {value: "
  let line = before + value + "}"
  var mark = ""
  if let finding, let range = line.ranges(of: part).first {
    let column = line.distance(from: line.startIndex, to: range.lowerBound)
    mark =
      "#" + String(repeating: " ", count: column - 1) + String(repeating: "^", count: part.count)
      + " \(finding)"
  }
  expectFindings(
    """
    topology_template:
      inputs:
        name: {type: string, required: false}
        names: {type: list, entry_schema: string, required: false}
        ports: {type: map, entry_schema: {type: tosca.datatypes.network.PortSpec}, required: false}
        port: {type: tosca.datatypes.network.PortSpec, required: false}
        free: {type: map, required: false}
      node_templates:
        server:
          type: tosca.nodes.Compute
          artifacts: {image: {type: tosca.artifacts.File, file: image.qcow2}}
      outputs:
    \(line)
    \(mark)
    """, .simple, sourceLocation: sourceLocation)
}

@Suite struct FunctionArgumentTests {
  @Test(arguments: [
    "{get_input: name}", "{get_input: [name]}", "{get_input: [names, 0]}",
    "{get_input: [ports, web, source]}",
    "{get_input: [free, any, thing]}", "{get_input: [port, target]}",
    "{get_input: [names, {get_input: name}]}",
    "{concat: [a]}", "{concat: [a, 1, {get_input: name}]}", "{join: [[a, b], '-']}", "{join: [[a]]}",
    "{join: [{get_input: names}, ',']}", "{token: ['a:b', ':', 1]}", "{token: [{get_input: name}, ':', '0']}",
    "{get_nodes_of_type: tosca.nodes.Compute}", "{get_nodes_of_type: [Compute]}",
    "{get_operation_output: [server, Standard, create, address]}",
    "{get_operation_output: [server, tosca.interfaces.node.lifecycle.Standard, create, address]}",
    "{get_artifact: [server, image]}", "{get_artifact: [server, image, LOCAL_FILE, true]}",
    "{get_attribute: [server, private_address]}",
    "{get_attribute: [server, networks, private, addresses, 0]}",
    "{get_attribute: [server, endpoint, ip_address]}", "{get_property: [server, host, num_cpus]}",
    "{get_attribute: [server, host, num_cpus]}", "{get_attribute: [server, tosca_id]}", "{a: {b: c}}",
    "[a, {get_input: name}]",
  ])
  func `a call has its arguments`(value: String) {
    expectOutput(value, nil)
  }

  @Test(arguments: [
    ("{get_input: []}", "get_input"), ("{get_input: {a: b, c: d}}", "get_input"),
    ("{get_input: [[name]]}", "get_input"),
    ("{get_property: server}", "get_property"), ("{get_property: [server]}", "get_property"),
    ("{get_attribute: {server: a}}", "get_attribute"), ("{get_attribute: [server, [a]]}", "get_attribute"),
    ("{get_operation_output: [server, Standard, create]}", "get_operation_output"),
    ("{get_nodes_of_type: [Compute, Compute]}", "get_nodes_of_type"),
    ("{get_artifact: [server]}", "get_artifact"),
    ("{concat: []}", "concat"), ("{concat: text}", "concat"), ("{concat: [[a], b]}", "concat"),
    ("{join: [a, b]}", "join"), ("{join: [[a], b, c]}", "join"), ("{join: []}", "join"),
    ("{token: ['a:b', ':']}", "token"),
    ("{token: ['a:b', ':', one]}", "token"), ("{token: ['a:b', ':', -1]}", "token"),
    ("{concat: [a, {token: [b]}]}", "token"),
  ])
  func `a call with other arguments is told how it is written`(value: String, name: String) {
    expectOutput(value, "error function-arguments", marking: name)
  }

  @Test(arguments: [
    ("{get_input: nam}", "nam", "error unknown-input -> name"),
    ("{get_input: [port, tagret]}", "tagret", "error unknown-property -> target"),
    ("{get_input: [names, first]}", "first", "error function-path"),
    ("{get_input: [names, -1]}", "-1", "error function-path"),
    ("{get_input: [name, 0]}", "0", "error function-path"),
    ("{get_input: [ports, web, source, x]}", "x", "error function-path"),
    ("{get_nodes_of_type: Computer}", "Computer", "error unknown-type"),
    ("{get_operation_output: [servr, Standard, create, address]}", "servr", "error unknown-node -> server"),
    (
      "{get_operation_output: [server, Standart, create, address]}", "Standart",
      "error unknown-interface -> Standard"
    ),
    (
      "{get_operation_output: [server, Standard, creat, address]}", "creat",
      "error unknown-operation -> create"
    ),
    ("{get_artifact: [server, imag]}", "imag", "error unknown-artifact -> image"),
    (
      "{get_attribute: [server, private_adress]}", "private_adress",
      "error unknown-attribute -> private_address"
    ),
    ("{get_attribute: [server, endpoint, ip]}", "ip", "error unknown-attribute"),
    ("{get_property: [server, private_address]}", "private_address", "error unknown-property"),
    ("{get_property: [server, host, num_cpu]}", "num_cpu", "error unknown-property -> num_cpus"),
    ("{get_property: [server, hosd, num_cpus]}", "hosd", "error unknown-property -> host"),
    ("{get_property: [server, host, num_cpus, x]}", "x", "error function-path"),
    ("{get_atribute: [server, private_address]}", "get_atribute", "error unknown-function -> get_attribute"),
    ("{get_attribute: [SELF, private_address]}", "SELF", "error function-keyword"),
    ("{get_property: [HOST, name]}", "HOST", "error function-keyword"),
    ("{get_property: [SOURCE, name]}", "SOURCE", "error function-keyword"),
    ("[{a: {get_input: nam}}]", "nam", "error unknown-input -> name"),
  ])
  func `what a call names is there`(value: String, part: String, finding: String) {
    expectOutput(value, finding, marking: part)
  }

  @Test func `a credential with a token is no call`() {
    expectFindings(
      """
      node_types:
        Node: {derived_from: tosca.nodes.Root, properties: {key: {type: tosca.datatypes.Credential}}}
      topology_template:
        inputs: {secret: {type: string}}
        node_templates:
          first: {type: Node, properties: {key: {token: secret}}}
      #                                                 ^^^^^^ warning plain-secret
          second: {type: Node, properties: {key: {token: {get_input: secret}}}}
      """, .simple)
  }

  @Test(arguments: [
    ("integer", "{get_input: list}", "get_input"), ("list", "{get_input: text}", "get_input"),
    ("string", "{get_input: list}", "get_input"), ("map", "{get_input: number}", "get_input"),
    ("boolean", "{get_input: number}", "get_input"), ("integer", "{get_input: flag}", "get_input"),
    ("Pair", "{get_input: text}", "get_input"), ("list", "{concat: [a, b]}", "concat"),
    ("integer", "{get_property: [other, value]}", "get_property"),
    ("string", "{get_input: port}", "get_input"),
  ])
  func `the result of a call is of the kind that is asked for`(type: String, value: String, call: String) {
    let before = "    node: {type: Node, properties: {value: "
    let mark =
      "#" + String(repeating: " ", count: before.count - 1) + String(repeating: "^", count: value.count)
    expectFindings(
      """
      data_types:
        Pair: {properties: {first: {type: string}}}
      node_types:
        Node: {derived_from: tosca.nodes.Root, properties: {value: {type: \(type)}}}
        Other: {derived_from: tosca.nodes.Root, properties: {value: {type: list, default: []}}}
      topology_template:
        inputs:
          list: {type: list, default: []}
          text: {type: string, default: a}
          number: {type: integer, default: 1}
          flag: {type: boolean, default: true}
          port: {type: tosca.datatypes.network.PortSpec, default: {}}
        node_templates:
          other: {type: Other}
      \(before)\(value)}}
      \(mark) error wrong-type
      """, .simple)
  }

  @Test(arguments: [
    ("string", "{get_input: number}"), ("integer", "{get_input: text}"), ("boolean", "{get_input: text}"),
    ("float", "{get_input: number}"), ("scalar-unit.size", "{get_input: text}"),
    ("json", "{get_input: list}"),
    ("map", "{get_input: port}"), ("list", "[{get_input: text}]"), ("string", "{get_input: [list, 0]}"),
  ])
  func `a result that may fit is let through`(type: String, value: String) {
    expectFindings(
      """
      node_types:
        Node: {derived_from: tosca.nodes.Root, properties: {value: {type: \(type)}}}
      topology_template:
        inputs:
          list: {type: list, entry_schema: string, default: []}
          text: {type: string, default: a}
          number: {type: integer, default: 1}
          port: {type: tosca.datatypes.network.PortSpec, default: {}}
        node_templates:
          node: {type: Node, properties: {value: \(value)}}
      """, .simple)
  }
}
