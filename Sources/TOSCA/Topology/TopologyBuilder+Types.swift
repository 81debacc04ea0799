import Diagnostics
import YAML

extension TopologyBuilder {
  /// The files that a template may import, counted with those that they import in turn.
  private static let maximumImports = 500

  /// Adds the types that the version brings with it; its files are our own, so they have no findings.
  mutating func addDefinitions(of profile: Profile) {
    for name in profile.definitions {
      guard let bytes = Profile.embedded(name) else {
        preconditionFailure("the definitions '\(name)' are part of the program")
      }
      let file = log.add(SourceFile(name: "built-in \(name)", bytes: bytes))
      let tree = YAMLTree(parsing: bytes, file: file, reporting: &log)
      guard let definitions = TOSCADocument(reading: tree, reporting: &log) else { continue }
      topology.types.add(definitions, isBuiltIn: true, reporting: &log)
    }
  }

  /// Adds the types of the files that a document imports, each file once (TOSCA Simple Profile 1.3, 3.6.8).
  mutating func addImports(of document: TOSCADocument, loader: some SourceLoader) {
    var pending = document.imports.reversed().map { (document.tree.file, $0.file) }
    var loaded: Set<String> = [log[file: document.tree.file].name]
    while let (importer, name) = pending.popLast() {
      let source: SourceFile
      do throws(LoadingError) {
        source = try loader.load(name.text, importedBy: log[file: importer])
      } catch {
        let isBuiltIn = Profile.builtInImports.contains(String(name.text.split(separator: "/").last ?? ""))
        if !isBuiltIn { log.report(.importFailed(name, error)) }
        continue
      }
      guard loaded.insert(source.name).inserted else { continue }
      guard loaded.count <= Self.maximumImports else {
        log.report(.tooManyImports(name, Self.maximumImports))
        return
      }
      let file = log.add(source)
      let tree = YAMLTree(parsing: source.bytes, file: file, reporting: &log)
      guard let imported = TOSCADocument(reading: tree, reporting: &log) else { continue }
      topology.types.add(imported, isBuiltIn: false, reporting: &log)
      pending += imported.imports.reversed().map { (file, $0.file) }
    }
  }

  /// Adds the document's own types and looks into each, used or not.
  mutating func addOwnTypes() {
    let document = topology.document
    topology.types.add(document, isBuiltIn: false, reporting: &log)
    for kind in TypeKind.allCases {
      for (name, _) in document.types[kind] ?? [] {
        guard let type = topology.types.type(kind, name.text, reporting: &log) else { continue }
        for property in type.properties where property.name.range.file == document.tree.file {
          check(property, "property")
        }
        if kind == .data { checkDataType(type) }
      }
    }
    reportEndlessTypes()
  }
}

extension Diagnostic {
  fileprivate static func importFailed(_ name: TOSCADocument.Word, _ error: LoadingError) -> Diagnostic {
    Diagnostic(.error, "import-failed", error.message, at: name.range)
  }

  fileprivate static func tooManyImports(_ name: TOSCADocument.Word, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "too-many-imports", "over \(limit) files are imported, this one is not", at: name.range)
  }
}
