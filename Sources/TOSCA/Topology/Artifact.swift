/// A file that belongs to a node template: an image, a script, a package (TOSCA Simple Profile 1.3, 3.6.7).
package struct Artifact: Sendable {
  /// nil for a file that an operation names without more.
  package let name: TOSCADocument.Word?
  /// nil where the name of the file must say what it is.
  package let type: TOSCADocument.Word?
  /// The file as the template names it, which may be a call; nil where there is none, which was reported.
  package let file: PropertyValue?
  /// The name of the repository that has the file; nil where the file goes with the template.
  package let repository: TOSCADocument.Word?
  /// The properties that the template gives to it.
  package let properties: [Assignment]

  init(_ syntax: ArtifactSyntax) {
    name = syntax.name
    type = syntax.type
    file = syntax.fileValue
    repository = syntax.repository
    properties = syntax.properties
  }
}

extension Topology {
  /// The URL of the repository that an artifact is in; nil where it names none that exists.
  package func repositoryURL(of artifact: Artifact) -> String? {
    guard let name = artifact.repository else { return nil }
    return document.repositories.first { $0.name.text == name.text }?.url?.text
  }

  /// The artifacts of a node: its own, then those of its type that it does not replace.
  package func artifacts(of node: NodeTemplate.ID) -> [Artifact] {
    let own = self[node].artifacts
    let names = Set(own.compactMap(\.name?.text))
    let inherited = self[node].type.artifacts.filter { !names.contains($0.name?.text ?? "") }
    return (own + inherited).map(Artifact.init)
  }
}
