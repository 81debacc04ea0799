package import Diagnostics
package import TOSCA

/// The Heat templates that a package has of its own for a deployment flavour, as Tacker reads them:
/// `BaseHOT/<flavour>/*.yaml`, and those that it names from `BaseHOT/<flavour>/nested`.
package struct BaseTemplates: Sendable {
  /// The template of the stack.
  package let main: SourceFile
  /// The templates that the main one names, with the names under which the main one has them.
  package let nested: [(name: String, file: SourceFile)]
}

extension TemplateSource {
  /// The templates of a package for a deployment flavour; nil where it has none.
  ///
  /// - Throws: when one cannot be read.
  package func baseTemplates(ofFlavour flavour: String) throws(LoadingError) -> BaseTemplates? {
    guard let entries = packageEntries else { return nil }
    let base = "BaseHOT/\(flavour)"
    func templates(in folder: String) -> [String] {
      entries.files.filter { file in
        guard file.hasPrefix(folder + "/") else { return false }
        let name = file.dropFirst(folder.count + 1)
        return !name.contains("/") && [".yaml", ".yml"].contains { name.hasSuffix($0) }
      }
    }
    guard let main = templates(in: base).first else { return nil }
    var nested: [(name: String, file: SourceFile)] = []
    for path in templates(in: "\(base)/nested") {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      nested.append((name, try entries.source(path)))
    }
    return BaseTemplates(main: try entries.source(main), nested: nested)
  }

  /// The Heat templates that a package has of its own, for all deployment flavours.
  ///
  /// - Throws: when one cannot be read.
  package var heatTemplates: [SourceFile] {
    get throws(LoadingError) {
      var templates: [SourceFile] = []
      for file in packageEntries?.files ?? [] where file.hasPrefix("BaseHOT/") {
        guard [".yaml", ".yml"].contains(where: { file.hasSuffix($0) }) else { continue }
        if let source = try packageEntries?.source(file) { templates.append(source) }
      }
      return templates
    }
  }
}
