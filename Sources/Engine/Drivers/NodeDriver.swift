package import OpenStack

/// A cloud that servers, ports, networks and subnets are made in.
///
/// The engine journals a thing's key before it asks for it. After a crash it asks again with the same key, so that
/// `create` adopts what is there already and nothing is made twice.
package protocol NodeDriver: Sendable {
  /// Makes the thing, or returns the one that has its key.
  func create(_ request: ThingRequest) async throws(DriverError) -> Thing

  /// Removes the thing with the key; one that is not there is no trouble.
  func delete(_ kind: ThingKind, key: String) async throws(DriverError)

  /// The thing with the key.
  func find(_ kind: ThingKind, key: String) async throws(DriverError) -> Thing?
}

/// What a cloud can hold.
package enum ThingKind: String, Hashable, Sendable {
  case server, port, network, subnet
}

/// A thing to be made.
package struct ThingRequest: Sendable {
  package var kind: ThingKind
  /// The engine's own id of the thing, chosen before it exists.
  package var key: String
  package var name: String
  /// As the Heat resource type of the kind names them, with all functions resolved.
  package var properties: ValueMap

  package init(_ kind: ThingKind, key: String, name: String, properties: ValueMap) {
    self.kind = kind
    self.key = key
    self.name = name
    self.properties = properties
  }
}

/// A thing that exists.
package struct Thing: Hashable, Sendable {
  /// The cloud's id.
  package var id: String
  /// As the Heat resource type of the kind names them.
  package var attributes: ValueMap

  package init(id: String, attributes: ValueMap) {
    self.id = id
    self.attributes = attributes
  }
}

/// Why a cloud did not do it.
package struct DriverError: Error, Hashable, Sendable {
  /// The class that Heat reports, such as `ResourceInError`.
  package let name: String
  package let message: String

  package init(_ name: String, _ message: String) {
    self.name = name
    self.message = message
  }
}

/// Makes a driver for an engine's database.
package struct DriverFactory: Sendable {
  let make: @Sendable (_ store: Store, _ clock: any EngineClock) -> any NodeDriver

  /// A driver that needs nothing of the engine.
  package init(_ driver: any NodeDriver) {
    make = { _, _ in driver }
  }

  /// A driver that stands before this one, to watch it or to get in its way.
  package func wrapped(_ wrap: @escaping @Sendable (any NodeDriver) -> any NodeDriver) -> DriverFactory {
    let make = make
    return DriverFactory { store, clock in wrap(make(store, clock)) }
  }

  init(make: @escaping @Sendable (_ store: Store, _ clock: any EngineClock) -> any NodeDriver) {
    self.make = make
  }
}
