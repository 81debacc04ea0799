extension OneMistake {
  /// Values that are not what their properties ask for.
  static let values: [OneMistake] = [
    .value("an integer", of: "{type: integer}", is: "many", "error wrong-type"),
    .value("a float", of: "{type: float}", is: "1.5 W", "error wrong-type"),
    .value("a boolean", of: "{type: boolean}", is: "maybe", "error wrong-type"),
    .value("a string", of: "{type: string}", is: "[red]", "error wrong-type"),
    .value("a timestamp", of: "{type: timestamp}", is: "2026-13-01", "error wrong-type"),
    .value("a version", of: "{type: version}", is: "newest", "error wrong-type"),
    .value("a range", of: "{type: range}", is: "[1, many]", "error wrong-type"),
    .value("a range the right way round", of: "{type: range}", is: "[4, 1]", "error empty-range"),
    .value("a size", of: "{type: scalar-unit.size}", is: "4 GBB", "error wrong-type"),
    .value("a size with its unit", of: "{type: scalar-unit.size}", is: "4", "error unit-missing"),
    .value("a time", of: "{type: scalar-unit.time}", is: "4 years", "error wrong-type"),
    .value("a frequency", of: "{type: scalar-unit.frequency}", is: "4 GB", "error wrong-type"),
    .value("a bitrate", of: "{type: scalar-unit.bitrate}", is: "4 Hz", "error wrong-type"),
    .value("a list", of: "{type: list, entry_schema: {type: string}}", is: "red", "error wrong-type"),
    .value(
      "an item of a list", of: "{type: list, entry_schema: {type: integer}}", is: "[1, two, 3]",
      "error wrong-type", at: "two"),
    .value("a map", of: "{type: map, entry_schema: {type: string}}", is: "[red]", "error wrong-type"),
    .value(
      "a value of a map", of: "{type: map, entry_schema: {type: integer}}", is: "{red: 1, green: two}",
      "error wrong-type", at: "two"),
    .value(
      "a key of a map",
      of:
        "{type: map, key_schema: {type: string, constraints: [{min_length: 3}]}, entry_schema: {type: integer}}",
      is: "{red: 1, up: 2}", "error constraint", at: "up"),
    .value("JSON", of: "{type: json}", is: "'{\"red\": 1'", "error not-json"),
    .value("a string that looks like a number", of: "{type: string}", is: "3", "warning unquoted-string"),
    .value(
      "a value equal to the one allowed", of: "{type: integer, constraints: [{equal: 3}]}", is: "4",
      "error constraint"),
    .value(
      "a value over its bound", of: "{type: integer, constraints: [{greater_than: 3}]}", is: "3",
      "error constraint"),
    .value(
      "a value from its bound", of: "{type: integer, constraints: [{greater_or_equal: 3}]}", is: "2",
      "error constraint"),
    .value(
      "a value under its bound", of: "{type: float, constraints: [{less_than: 3.5}]}", is: "3.5",
      "error constraint"),
    .value(
      "a value up to its bound", of: "{type: scalar-unit.size, constraints: [{less_or_equal: 1 GB}]}",
      is: "1025 MiB", "error constraint"),
    .value(
      "a value in its range", of: "{type: integer, constraints: [{in_range: [1, 4]}]}", is: "5",
      "error constraint"),
    .value(
      "one of the valid values", of: "{type: string, constraints: [{valid_values: [red, green]}]}",
      is: "gren", "error constraint -> green"),
    .value(
      "a text of a length", of: "{type: string, constraints: [{length: 3}]}", is: "four", "error constraint"),
    .value(
      "a text of a length at least", of: "{type: string, constraints: [{min_length: 3}]}", is: "up",
      "error constraint"),
    .value(
      "a list of a length at most",
      of: "{type: list, entry_schema: {type: string}, constraints: [{max_length: 1}]}", is: "[red, green]",
      "error constraint"),
    .value(
      "a text of a pattern", of: "{type: string, constraints: [{pattern: '[a-z]+'}]}", is: "RED",
      "error constraint"),
  ]

  /// Mistakes in definitions of values.
  static let definitions: [OneMistake] = [
    OneMistake(
      "a default is of its type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: integer, default: many}
      #                                   ^^^^ error wrong-type
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a default keeps its constraint",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: integer, default: 9, constraints: [{less_than: 5}]}
      #                                   ^ error constraint
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a constraint that there is not",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: integer, constraints: [{less_then: 5}]}
      #                                         ^^^^^^^^^ error unknown-key -> less_than
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a constraint says something of its type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: boolean, constraints: [{min_length: 5}]}
      #                                         ^^^^^^^^^^ error constraint-type
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a constraint compares with a value of the type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: integer, constraints: [{less_than: five}]}
      #                                                    ^^^^ error constraint-operand
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a range of a constraint has two bounds",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: integer, constraints: [{in_range: [5]}]}
      #                                                   ^^^ error constraint-operand
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a pattern is a regular expression",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: string, constraints: [{pattern: '[a-z'}]}
      #                                                 ^^^^^^ error constraint-pattern
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "constraints that no value meets",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: integer, constraints: [{less_than: 3}, {greater_than: 5}]}
      #                                                         ^^^^^^^^^^^^ error constraints-contradict
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "constraints are a list",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: integer, constraints: {less_than: 3}}
      #                                       ^^^^^^^^^^^^^^ warning constraint-form
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a constraint is a map",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: integer, constraints: [less_than]}
      #                                        ^^^^^^^^^ error wrong-form
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "only a list has entries",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      topology_template:
        inputs:
          power: {type: string, entry_schema: {type: string}}
      #                                              ^^^^^^ warning unused-entry-schema
        node_templates:
          server: {type: tosca.nodes.Compute}
      """),
    OneMistake(
      "a value of a data type is a map",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      data_types:
        Mix: {properties: {red: {type: integer}, green: {type: integer, required: false}}}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {color: {type: Mix}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {color: red}}
      #                                          ^^^ error wrong-type
      """),
    OneMistake(
      "a property of a data type is given",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      data_types:
        Mix: {properties: {red: {type: integer}, green: {type: integer, required: false}}}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {color: {type: Mix}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {color: {green: 1}}}
      #                                          ^^^^^^^^^^ error missing-property
      """),
    OneMistake(
      "a property of a data type is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      data_types:
        Mix: {properties: {red: {type: integer}, green: {type: integer, required: false}}}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {color: {type: Mix}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {color: {red: 1, gren: 2}}}
      #                                                   ^^^^ error unknown-property -> green
      """),
    OneMistake(
      "a required property of a data type is misspelt",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      data_types:
        Mix: {properties: {red: {type: integer}, green: {type: integer, required: false}}}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {color: {type: Mix}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {color: {rde: 1}}}
      #                                           ^^^ error unknown-property -> red
      """),
    OneMistake(
      "a property of a data type has its type",
      """
      tosca_definitions_version: tosca_simple_yaml_1_3
      data_types:
        Mix: {properties: {red: {type: integer}, green: {type: integer, required: false}}}
      node_types:
        Lamp: {derived_from: tosca.nodes.Root, properties: {color: {type: Mix}}}
      topology_template:
        node_templates:
          lamp: {type: Lamp, properties: {color: {red: [1]}}}
      #                                                ^^^ error wrong-type
      """),
  ]
}
