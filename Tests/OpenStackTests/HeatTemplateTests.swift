import OpenStack
import Testing

private func text(_ value: Value) -> String {
  String(decoding: value.yaml, as: UTF8.self)
}

@Suite struct HeatTemplateTests {
  @Test func `an empty template is its version`() {
    #expect(text(HeatTemplate(version: "2016-04-08").value) == "heat_template_version: '2016-04-08'\n")
  }

  @Test(
    arguments: [
      (["str_split": [",", "a"]], "2016-04-08"), (["if": ["c", 1, 2]], "2016-10-14"),
      (["a": ["filter": [[], ["make_url": ["host": "h"]]]]], "2017-09-01"),
      (["contains": "a word"], "2016-04-08"), (["digest": ["md5", "a"]], "2016-04-08"),
      (["map_replace": [["a": 1], ["keys": ["a": "b"]]]], "2016-10-14"),
      (["str_replace_vstrict": ["template": "a", "params": ["b": ["filter": [[], []]]]]], "2017-09-01"),
    ] as [(Value, String)])
  func `the version has all functions of the template`(value: Value, version: String) {
    var template = HeatTemplate(version: "2016-04-08")
    template.outputs = [Named("a", HeatOutput(value))]
    #expect(template.oldestVersion == version)
  }

  @Test func `sections and members stand in the order of the specification and of their source`() {
    var template = HeatTemplate(version: "2016-04-08", description: "text")
    var size = HeatParameter(type: .number)
    size.constraints = [["range": ["min": 1]]]
    size.isHidden = true
    size.defaultValue = 3
    size.description = "how many"
    size.label = "Size"
    template.outputs = [
      Named("z", HeatOutput(.getResource("b"), description: "text")), Named("a", HeatOutput(1)),
    ]
    var server = HeatResource(type: "OS::Nova::Server", properties: ["name": "b", "image": "i"])
    server.metadata = ["a": "b"]
    server.dependsOn = ["a", "c"]
    server.deletionPolicy = .retain
    var net = HeatResource(type: "OS::Neutron::Net")
    net.dependsOn = ["b"]
    template.resources = [Named("b", server), Named("a", net)]
    template.parameters = [Named("size", size), Named("names", HeatParameter(type: .list))]
    #expect(
      text(template.value) == """
        heat_template_version: '2016-04-08'
        description: text
        parameters:
          size:
            type: number
            label: Size
            description: how many
            default: 3
            hidden: true
            constraints:
            - range:
                min: 1
          names:
            type: comma_delimited_list
        resources:
          b:
            type: OS::Nova::Server
            deletion_policy: Retain
            depends_on:
            - a
            - c
            metadata:
              a: b
            properties:
              name: b
              image: i
          a:
            type: OS::Neutron::Net
            depends_on: b
        outputs:
          z:
            description: text
            value: {get_resource: b}
          a:
            value: 1

        """)
  }

  @Test(arguments: [Value.bool(false), 0, "", [], [:]])
  func `a default that is false, zero or empty is written`(value: Value) {
    var parameter = HeatParameter(type: .string)
    parameter.defaultValue = value
    var template = HeatTemplate(version: "2016-04-08")
    template.parameters = [Named("p", parameter)]
    #expect(template.value["parameters"]?["p"]?["default"] == value)
  }

  @Test func `a property that is set to nothing is left out`() {
    var resource = HeatResource(type: "T", properties: ["a": 1, "b": 2])
    resource["a"] = nil
    resource["c"] = 3
    #expect(resource.properties == ["b": 2, "c": 3])
    #expect(resource["b"] == 2)
  }
}

@Suite struct SenlinSpecTests {
  @Test func `a spec is a type, a version and properties`() {
    let spec = SenlinSpec(
      type: "senlin.policy.scaling", version: "1.0", properties: ["event": "CLUSTER_SCALE_IN"])
    #expect(
      text(spec.value) == """
        type: senlin.policy.scaling
        version: '1.0'
        properties:
          event: CLUSTER_SCALE_IN

        """)
  }
}

@Suite struct HTTPMessageTests {
  @Test(arguments: ["Location", "location", "LOCATION"])
  func `a header is found whatever its case`(name: String) {
    let response = HTTPResponse(status: 303, headers: [("location", "/a"), ("Location", "/b")])
    #expect(response.header(name) == "/a")
    #expect(response.header("Content-Type") == nil)
  }
}
