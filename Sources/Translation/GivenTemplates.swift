package import Diagnostics
package import OpenStack

extension Translation {
  /// Puts the templates that a package has of its own in the place of those that were made.
  ///
  /// Their bytes stay as they are; one that is no HOT template is reported.
  package mutating func use(
    _ main: SourceFile, nested: [(name: String, file: SourceFile)], reporting log: inout DiagnosticLog
  ) {
    guard let template = Self.template(main, reporting: &log) else { return }
    var own: [Named<HeatTemplate>] = []
    for (name, file) in nested {
      guard let template = Self.template(file, reporting: &log) else { continue }
      own.append(Named(name, template))
      given[name] = file
    }
    given[Self.mainName] = main
    self.main = template
    self.nested = own
    specs = []
    log.report(.ownTemplate(main, flavour ?? "", log.add(main)))
  }

  /// The main template as the Orchestration API takes it.
  package var mainValue: OpenStack.Value {
    guard let file = given[Self.mainName] else { return main.value }
    let text = String(decoding: file.bytes, as: UTF8.self)
    return (try? OpenStack.Value(readingYAML: text)) ?? main.value
  }

  private static func template(_ file: SourceFile, reporting log: inout DiagnosticLog) -> HeatTemplate? {
    let place = SourceRange(startOf: log.add(file))
    do {
      return try HeatTemplate(OpenStack.Value(readingYAML: String(decoding: file.bytes, as: UTF8.self)))
    } catch let error as YAMLTextError {
      log.report(.noHeatTemplate(error.message, place))
    } catch let error as TemplateError {
      log.report(.noHeatTemplate(error.message, place))
    } catch {
      log.report(.noHeatTemplate("\(error)", place))
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func ownTemplate(_ file: SourceFile, _ flavour: String, _ id: SourceFile.ID)
    -> Diagnostic
  {
    Diagnostic(
      .info, "base-template",
      "the package's own template is used for the deployment flavour '\(flavour)'; '--generated' makes one from the "
        + "descriptor", at: SourceRange(startOf: id))
  }

  fileprivate static func noHeatTemplate(_ message: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(.error, "base-template-form", "this is no template of Heat: \(message)", at: place)
  }
}
