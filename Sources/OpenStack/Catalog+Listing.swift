extension Catalog {
  /// The flavors and images that a cloud lists, in its order.
  ///
  /// A disabled flavor, and an image that is hidden or not ready, is none to choose from.
  ///
  /// - Parameters:
  ///   - flavors: the body that Nova answers to `GET /flavors/detail` with.
  ///   - images: the body that Glance answers to `GET /v2/images` with.
  package init(flavors: Value, images: Value) {
    self.flavors = (flavors["flavors"]?.list ?? []).compactMap(Flavor.init)
    self.images = (images["images"]?.list ?? []).compactMap(Image.init)
  }
}

extension Catalog.Flavor {
  fileprivate init?(_ listed: Value) {
    guard let name = listed["name"]?.string, let vcpus = listed["vcpus"]?.integer,
      let ram = listed["ram"]?.integer, let disk = listed["disk"]?.integer,
      listed["OS-FLV-DISABLED:disabled"]?.bool != true
    else { return nil }
    self.init(name: name, vcpus: vcpus, ram: ram, disk: disk)
  }
}

extension Catalog.Image {
  /// Reads the properties that Glance has a word for, else those with the names that TOSCA uses.
  fileprivate init?(_ listed: Value) {
    guard let name = listed["name"]?.string, listed["status"]?.string ?? "active" == "active",
      listed["os_hidden"]?.bool != true
    else { return nil }
    self.init(name: name)
    architecture = listed["architecture"]?.string
    type = listed["os_type"]?.string ?? listed["type"]?.string
    distribution = listed["os_distro"]?.string ?? listed["distribution"]?.string
    version = listed["os_version"]?.string ?? listed["version"]?.string
  }
}
