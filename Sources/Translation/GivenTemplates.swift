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
    var taken: Set = [Self.mainName, "senlin"]
    taken.formUnion(nested.map(\.name))
    givenAttachments = Self.attachments(of: main, beside: &taken, reporting: &log)
    for (name, file) in nested {
      guard name != Self.mainName else {
        log.report(.nameOfMain(SourceRange(startOf: log.add(file))))
        continue
      }
      givenAttachments += Self.attachments(of: file, beside: &taken, reporting: &log)
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

  /// The files that a template names with `get_file`, and that lie below its folder.
  ///
  /// A template stays as it is, so that a name which leads elsewhere, or to one of the templates, cannot be mended.
  private static func attachments(
    of file: SourceFile, beside taken: inout Set<String>, reporting log: inout DiagnosticLog
  ) -> [Attachment] {
    guard let value = try? OpenStack.Value(readingYAML: String(decoding: file.bytes, as: UTF8.self)) else {
      return []
    }
    let place = SourceRange(startOf: log.add(file))
    return value.filesOfCalls.compactMap { name in
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      let isBelow =
        parts.count <= 64 && name.utf8.count <= 1024
        && parts.allSatisfy { !["", ".", ".."].contains($0) }
        && name.utf8.allSatisfy { $0 >= 32 && $0 != 127 && $0 != 0x5C }
      let isTaken = taken.contains(name) || parts.first.map { taken.contains(String($0)) } == true
      guard isBelow, !isTaken else {
        if !isBelow || [mainName, "senlin"].contains(String(parts[0])) {
          log.report(.fileElsewhere(name, place))
        }
        return nil
      }
      taken.insert(name)
      return Attachment(name: name, path: name, range: place)
    }
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

extension OpenStack.Value {
  /// The names in the calls of `get_file`, each once, without those of files elsewhere.
  fileprivate var filesOfCalls: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    var open = [self]
    while let next = open.popLast() {
      switch next {
      case .list(let items): open += items.reversed()
      case .map(let map):
        if map.count == 1, let name = map["get_file"]?.string {
          if !name.contains("://"), seen.insert(name).inserted { names.append(name) }
        } else {
          open += map.reversed().map(\.value)
        }
      default: break
      }
    }
    return names
  }
}

extension Diagnostic {
  fileprivate static func fileElsewhere(_ name: String, _ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "missing-file",
      "'\(name)' is not written: a file that a template names lies below the template's folder, and is no template",
      at: place)
  }

  fileprivate static func nameOfMain(_ place: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "base-template-form",
      "a nested template cannot be called 'stack.yaml', which is the name of the main one", at: place)
  }

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
