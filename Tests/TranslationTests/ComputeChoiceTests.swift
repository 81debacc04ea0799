import OpenStack
import Support
import TOSCA
import Testing

private let catalog: Catalog = {
  var catalog = Catalog()
  catalog.flavors = [
    .init(name: "large", vcpus: 4, ram: 8192, disk: 80), .init(name: "medium", vcpus: 2, ram: 4096, disk: 40),
    .init(name: "small", vcpus: 1, ram: 2048, disk: 20),
  ]
  for (name, version) in [("debian-11", "11"), ("debian-12", "12"), ("ubuntu", "24.10")] {
    var image = Catalog.Image(name: name)
    (image.architecture, image.type, image.version) = ("x86_64", "linux", version)
    image.distribution = name.hasPrefix("debian") ? "debian" : "ubuntu"
    catalog.images.append(image)
  }
  catalog.images.append(.init(name: "unknown"))
  return catalog
}()

@Suite struct ComputeChoiceTests {
  @Test func `flavor and image come from the catalog`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            server:
              type: tosca.nodes.Compute
              capabilities:
                host: {properties: {num_cpus: 2, mem_size: 1.5 GB, disk_size: 10 GB}}
                os: {properties: {architecture: X86_64, type: Linux, distribution: Debian, version: 12.0}}
            other:
              type: tosca.nodes.Compute
              capabilities:
                host: {properties: {mem_size: 1 MB}}
                os: {properties: {distribution: ubuntu, version: 24.10}}
        """, .simple,
      main: """
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: debian-12
              flavor: medium
              user_data_format: SOFTWARE_CONFIG
          other:
            type: OS::Nova::Server
            properties:
              image: ubuntu
              flavor: small
              user_data_format: SOFTWARE_CONFIG
        """, catalog: catalog)
  }

  @Test func `what the catalog has not becomes a parameter, and that is said`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            server:
              type: tosca.nodes.Compute
              capabilities:
                host: {properties: {num_cpus: 64}}
        #       ^^^^ warning no-flavor
                os: {properties: {type: windows}}
        #       ^^ warning no-image
        """, .simple,
      main: """
        parameters:
          server_image:
            type: string
            description: The image of 'server', which needs type windows
          server_flavor:
            type: string
            description: The flavor of 'server', which needs 64 CPUs
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: {get_param: server_image}
              flavor: {get_param: server_flavor}
              user_data_format: SOFTWARE_CONFIG
        """, catalog: catalog)
  }

  @Test func `a server that states nothing has parameters whatever the catalog has`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            server: {type: tosca.nodes.Compute}
        """, .simple,
      main: """
        parameters:
          server_image:
            type: string
            description: The image of 'server', which has no operating system stated
          server_flavor:
            type: string
            description: The flavor of 'server', which has no size stated
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: {get_param: server_image}
              flavor: {get_param: server_flavor}
              user_data_format: SOFTWARE_CONFIG
        """, catalog: catalog)
  }

  private static let withInputs = """
    topology_template:
      inputs:
        cpus: {type: integer, default: 4}
        system: {type: string}
      node_templates:
        server:
          type: tosca.nodes.Compute
          capabilities:
            host: {properties: {num_cpus: {get_input: cpus}}}
    #                                     ^^^^^^^^^^^^^^^^^ warning fixed-input
            os: {properties: {distribution: {get_input: system}}}
    """

  @Test func `what an input says counts as far as it is known`() {
    expectTranslation(
      of: Self.withInputs, .simple,
      main: """
        parameters:
          cpus:
            type: number
            default: 4
          system:
            type: string
          server_image:
            type: string
            description: The image of 'server', which needs what the inputs say
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: {get_param: server_image}
              flavor: large
              user_data_format: SOFTWARE_CONFIG
        """, catalog: catalog)
  }

  @Test func `the values that are given for inputs count, and become defaults`() {
    expectTranslation(
      of: Self.withInputs
        + "\n#                                       ^^^^^^^^^^^^^^^^^^^ warning fixed-input", .simple,
      main: """
        parameters:
          cpus:
            type: number
            default: 1
          system:
            type: string
            default: debian
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: debian-11
              flavor: small
              user_data_format: SOFTWARE_CONFIG
        """, catalog: catalog,
      inputs: [.value(name: "cpus", text: "1"), .value(name: "system", text: "debian")])
  }

  @Test func `properties with a name of Nova's are passed on`() {
    expectTranslation(
      of: """
        capability_types:
          System: {derived_from: tosca.capabilities.OperatingSystem, properties: {image: {type: string}}}
        node_types:
          Server:
            derived_from: tosca.nodes.Compute
            properties:
              flavor: {type: string}
              key_name: {type: string}
              metadata: {type: map, entry_schema: {type: string}}
              networks: {type: list, entry_schema: {type: map}}
              user_data: {type: string}
              user_data_format: {type: string}
              color: {type: string}
            capabilities:
              os: {type: System}
        topology_template:
          inputs:
            key: {type: string}
          node_templates:
            server:
              type: Server
              properties:
                flavor: m1.tiny
                key_name: {get_input: key}
                metadata: {role: web}
                networks: [{network: admin}]
                user_data: echo
                user_data_format: RAW
                color: red
        #       ^^^^^ warning not-translated
              capabilities:
                os: {properties: {image: debian}}
            port:
              type: tosca.nodes.network.Port
              requirements: [{binding: server}, {link: net}]
            net: {type: tosca.nodes.network.Network, properties: {network_name: front}}
        """, .simple,
      main: """
        parameters:
          key:
            type: string
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: debian
              flavor: m1.tiny
              key_name: {get_param: key}
              networks:
              - network: admin
              - port: {get_resource: port}
              metadata:
                role: web
              user_data: echo
              user_data_format: RAW
          port:
            type: OS::Neutron::Port
            properties:
              network: front
        """)
  }

  @Test func `a key pair can be given to servers that name none`() {
    expectTranslation(
      of: """
        topology_template:
          node_templates:
            server:
              type: tosca.nodes.Compute
              capabilities:
                host: {properties: {num_cpus: 1}}
                os: {properties: {type: linux}}
        """, .simple,
      main: """
        parameters:
          key_name:
            type: string
            default: mine
        resources:
          server:
            type: OS::Nova::Server
            properties:
              image: debian-11
              flavor: small
              key_name: {get_param: key_name}
              user_data_format: SOFTWARE_CONFIG
        """, catalog: catalog, inputs: [.optional(name: "key_name", text: "mine")])
  }
}
