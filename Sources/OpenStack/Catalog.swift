/// The flavors and images of a cloud, from which a translation chooses.
package struct Catalog: Hashable, Sendable {
  /// A Nova flavor.
  package struct Flavor: Hashable, Sendable {
    package let name: String
    package let vcpus: Int
    /// In MiB.
    package let ram: Int
    /// In GiB.
    package let disk: Int

    package init(name: String, vcpus: Int, ram: Int, disk: Int) {
      (self.name, self.vcpus, self.ram, self.disk) = (name, vcpus, ram, disk)
    }
  }

  /// A Glance image with what TOSCA's capability `os` asks for; nil for what is not known of it.
  package struct Image: Hashable, Sendable {
    package let name: String
    package var architecture: String?
    package var type: String?
    package var distribution: String?
    package var version: String?

    package init(name: String) {
      self.name = name
    }
  }

  package var flavors: [Flavor] = []
  package var images: [Image] = []

  package init() {}

  /// The flavor with the least memory that has as much of everything as is asked for; nil when none has.
  ///
  /// The memory is in MiB, the disk in GiB.
  package func smallestFlavor(cpus: Int, memory: Int, disk: Int) -> Flavor? {
    flavors.filter { $0.vcpus >= cpus && $0.ram >= memory && $0.disk >= disk }
      .min { ($0.ram, $0.vcpus, $0.disk) < ($1.ram, $1.vcpus, $1.disk) }
  }
}
