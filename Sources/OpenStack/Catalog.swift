/// The flavors and images of a cloud, from which a translation chooses.
package struct Catalog: Hashable, Sendable {
  /// A Nova flavor.
  package struct Flavor: Hashable, Sendable {
    /// The name by which a server asks for it.
    package let name: String
    /// How many virtual processors it gives.
    package let vcpus: Int
    /// The memory in MiB.
    package let ram: Int
    /// The root disk in GiB.
    package let disk: Int

    /// A flavor with its memory in MiB and its disk in GiB.
    package init(name: String, vcpus: Int, ram: Int, disk: Int) {
      (self.name, self.vcpus, self.ram, self.disk) = (name, vcpus, ram, disk)
    }
  }

  /// A Glance image with what TOSCA's capability `os` asks for; nil for what is not known of it.
  package struct Image: Hashable, Sendable {
    /// The name by which a server asks for it.
    package let name: String
    /// The processor's kind, such as `x86_64`.
    package var architecture: String?
    /// The kind of operating system, such as `linux`.
    package var type: String?
    /// Who put the system together, such as `debian`.
    package var distribution: String?
    /// The version of the distribution, such as `12`.
    package var version: String?

    /// An image of which only the name is known.
    package init(name: String) {
      self.name = name
    }
  }

  /// The flavors, in the order of the cloud or of the file.
  package var flavors: [Flavor] = []
  /// The images, in the order of the cloud or of the file; the first that fits is taken.
  package var images: [Image] = []

  /// A cloud that has nothing.
  package init() {}

  /// The flavor with the least memory that has as much of everything as is asked for; nil when none has.
  ///
  /// The memory is in MiB, the disk in GiB.
  package func smallestFlavor(cpus: Int, memory: Int, disk: Int) -> Flavor? {
    flavors.filter { $0.vcpus >= cpus && $0.ram >= memory && $0.disk >= disk }
      .min { ($0.ram, $0.vcpus, $0.disk) < ($1.ram, $1.vcpus, $1.disk) }
  }
}
