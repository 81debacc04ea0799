import OpenStack
import Support
import Testing
import Translation

@Suite struct ImageTests {
  @Test func `an image among the artifacts is fetched once, also for a scaled server`() {
    expectTranslation(
      of: """
        topology_template:
          inputs: {source: {type: string}}
          node_templates:
            VDU1:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {flavor: m1.tiny, image: cirros}
        #                                   ^^^^^ warning not-translated
              artifacts:
                web: {type: tosca.artifacts.Deployment.Image.VM, file: {get_input: source}}
                notes: {type: tosca.artifacts.File, file: notes.txt}
        #       ^^^^^ warning not-translated
          policies:
          - SP1:
              type: tosca.policies.tacker.Scaling
              properties:
                {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
        """,
      main: """
        parameters:
          source:
            type: string
        resources:
          VDU1_image:
            type: OS::Glance::WebImage
            properties:
              name: web
              location: {get_param: source}
              container_format: bare
              disk_format: raw
          SP1_group:
            type: OS::Heat::AutoScalingGroup
            properties:
              min_size: 1
              max_size: 3
              desired_capacity: 2
              cooldown: 60
              resource:
                type: SP1_res.yaml
                properties:
                  vdu1_image_id: {get_resource: VDU1_image}
          SP1_scale_out:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: SP1_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: 1
              cooldown: 60
          SP1_scale_in:
            type: OS::Heat::ScalingPolicy
            properties:
              auto_scaling_group_id: {get_resource: SP1_group}
              adjustment_type: change_in_capacity
              scaling_adjustment: -1
              cooldown: 60
        outputs:
          SP1_scale_out_url:
            value: {get_attr: [SP1_scale_out, alarm_url]}
          SP1_scale_in_url:
            value: {get_attr: [SP1_scale_in, alarm_url]}
        """,
      nested: [
        "SP1_res.yaml": """
        parameters:
          vdu1_image_id:
            type: string
        resources:
          VDU1:
            type: OS::Nova::Server
            properties:
              image: {get_param: vdu1_image_id}
              flavor: m1.tiny
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
        """
      ])
  }

  @Test(arguments: [
    ("https://a/disk.img", "raw"), ("https://a/disk.qcow2", "qcow2"), ("https://a/b.QCOW2?x=1", "qcow2"),
    ("https://a/b.vhdx", "vhdx"), ("https://a/b.iso#top", "iso"), ("https://a.qcow2/b", "raw"),
  ])
  func `the format of an image is what its name tells`(file: String, format: String) throws {
    let template = """
      topology_template:
        node_templates:
          VDU1:
            type: tosca.nodes.nfv.VDU.Tacker
            properties: {flavor: m1.tiny}
            artifacts: {disk: {type: tosca.artifacts.Deployment.Image.VM, file: '\(file)'}}
      """
    let translation = try #require(ReadTemplate(template).translated().translation)
    let image = translation.main.resources.first { $0.name == "VDU1_image" }?.element
    #expect(image?["disk_format"] == .string(format))
  }

  @Test func `an image that no cloud can fetch becomes a parameter`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            VDU1:
              type: tosca.nodes.nfv.VDU.Tacker
              properties: {flavor: m1.tiny}
              artifacts: {disk: {type: tosca.artifacts.Deployment.Image.VM, file: images/disk.qcow2}}
        #                                                                         ^^^^^^^^^^^^^^^^^ warning image-without-url
        """,
      main: """
        parameters:
          VDU1_image:
            type: string
            description: The image of 'VDU1', which is the file 'images/disk.qcow2'
        resources:
          VDU1:
            type: OS::Nova::Server
            properties:
              image: {get_param: VDU1_image}
              flavor: m1.tiny
              config_drive: false
              user_data_format: SOFTWARE_CONFIG
        """)
  }
}

@Suite struct TackerStorageTests {
  @Test func `a volume and its attachment scale with their server`() throws {
    let template = """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          volume: {type: tosca.nodes.BlockStorage.Tacker, properties: {size: 512 MB, image: disk}}
          attachment:
            type: tosca.nodes.BlockStorageAttachment
            properties: {location: /dev/vdb}
            requirements: [{virtualBinding: VDU1}, {virtualAttachment: volume}]
        policies:
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [VDU1], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      """
    let translation = try #require(ReadTemplate(template).translated().translation)
    let nested = try #require(translation.nested.first?.element)
    #expect(nested.resources.map(\.name) == ["VDU1", "volume", "attachment"])
    #expect(nested.parameters.isEmpty)
    #expect(nested.resources[1].element.properties == ["size": 1, "image": "disk"])
  }

  @Test func `a volume that exists is attached, to one server`() {
    expectFindings(
      """
      topology_template:
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          VDU2: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          first: {type: tosca.nodes.BlockStorage.Tacker, properties: {volume_id: 7a-1}}
          second: {type: tosca.nodes.BlockStorage.Tacker, properties: {volume_id: 7a-2}}
      #                                                                           ^^^^ error unique-in-group
          third: {type: tosca.nodes.BlockStorage.Tacker}
      #   ^^^^^ error volume-without-size
      #   ^^^^^ warning unattached-storage
          CB1:
            type: tosca.nodes.BlockStorageAttachment
            properties: {location: /dev/vdb}
            requirements: [{virtualBinding: VDU1}, {virtualAttachment: first}]
          CB2:
            type: tosca.nodes.BlockStorageAttachment
            properties: {location: /dev/vdb}
            requirements: [{virtualBinding: VDU2}, {virtualAttachment: second}]
        policies:
        - SP1:
            type: tosca.policies.tacker.Scaling
            properties:
              {targets: [VDU2], increment: 1, cooldown: 60, min_instances: 1, default_instances: 2, max_instances: 3}
      """, isTranslated: true)
  }

  @Test func `an existing volume is named where it is attached`() throws {
    let template = """
      topology_template:
        inputs: {volume: {type: string}}
        node_templates:
          VDU1: {type: tosca.nodes.nfv.VDU.Tacker, properties: {image: cirros, flavor: m1.tiny}}
          VB1: {type: tosca.nodes.BlockStorage.Tacker, properties: {volume_id: {get_input: volume}}}
          CB1:
            type: tosca.nodes.BlockStorageAttachment
            properties: {location: /dev/vdb}
            requirements: [{virtualBinding: VDU1}, {virtualAttachment: VB1}]
      """
    let translation = try #require(ReadTemplate(template).translated().translation)
    #expect(translation.main.resources.map(\.name) == ["VDU1", "CB1"])
    #expect(translation.main.resources[1].element["volume_id"] == .getParam("volume"))
  }
}
