import OpenStack
package import Translation

extension Graph {
  /// The graph of what a topology becomes: the resources of all files with their references.
  package init(_ translation: Translation, title: String) {
    self.init(title: title)
    var files: [String: Cluster.ID] = [:]
    let nested = translation.nested.map { file in
      let cluster = add(Cluster(name: file.name, detail: ""))
      files[file.name] = cluster
      return cluster
    }
    add(translation.main, in: nil, files)
    for (file, cluster) in zip(translation.nested, nested) { add(file.element, in: cluster, files) }
  }

  private mutating func add(_ template: HeatTemplate, in cluster: Cluster.ID?, _ files: [String: Cluster.ID])
  {
    var names: [String: Node.ID] = [:]
    for resource in template.resources {
      let type = resource.element.type
      // A type that is a file is shown by the arrow to it.
      names[resource.name] = add(Node(resource.name, detail: type, in: cluster))
    }
    for resource in template.resources {
      guard let source = names[resource.name] else { continue }
      var known: Set<Edge> = []
      for reference in references(of: resource.element) {
        var edge: Edge
        switch reference.target {
        case .resource(let name, let label):
          guard let target = names[name] else { continue }
          edge = Edge(.node(source), .node(target), label: label, isDashed: reference.isOrder)
        case .file(let name):
          guard let target = files[name], target != cluster else { continue }
          edge = Edge(.node(source), .cluster(target), label: "template")
        }
        if known.insert(edge).inserted { add(edge) }
      }
    }
  }
}

/// A place in a resource that names another resource of its template, or another template.
private struct Reference {
  enum Target {
    case resource(String, label: String)
    case file(String)
  }

  var target: Target
  /// Whether it says no more than what comes first.
  var isOrder = false
}

/// The references of a resource in their order; a text that is no file's name is none, but may look like one.
private func references(of resource: HeatResource) -> [Reference] {
  var references = [Reference(target: .file(resource.type))]
  for (property, value) in resource.properties { collect(value, property, &references) }
  if let metadata = resource.metadata { collect(metadata, "metadata", &references) }
  references += resource.dependsOn.map {
    Reference(target: .resource($0, label: "depends_on"), isOrder: true)
  }
  return references
}

private func collect(_ value: Value, _ property: String, _ references: inout [Reference]) {
  var open = [value]
  while let value = open.popLast() {
    switch value {
    case .string(let text): references.append(Reference(target: .file(text)))
    case .list(let items): open += items.reversed()
    case .map(let map):
      if let (function, argument) = map.first, map.count == 1, let call = call(function, argument, property) {
        references.append(call)
      } else {
        open += map.map(\.value).reversed()
      }
    case .null, .bool, .integer, .number: break
    }
  }
}

/// A call of a function that refers to something; nil when it is no such call.
private func call(_ function: String, _ argument: Value, _ property: String) -> Reference? {
  switch function {
  case "get_resource": argument.string.map { Reference(target: .resource($0, label: property)) }
  case "get_file": argument.string.map { Reference(target: .file($0)) }
  case "get_attr":
    argument.list.flatMap { items in
      items.first?.string.map { name in
        let path = items.dropFirst().map { $0.string ?? $0.integer.map(String.init) ?? "*" }
        let attribute = path.joined(separator: ".")
        return Reference(target: .resource(name, label: "\(property): \(attribute)"))
      }
    }
  default: nil
  }
}
