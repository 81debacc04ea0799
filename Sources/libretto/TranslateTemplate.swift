import FoundationEssentials
import OpenStack

/// Reads a template and makes a HOT template of it.
///
/// Until the translation is there, only templates that are HOT already are read.
func translateTemplate(
  at path: String, driver: Deploy.Driver?, inputs: [String]
) throws(Failure) -> TranslatedTemplate {
  let source = try textOfFile(at: path)
  let template: Value
  do throws(YAMLTextError) {
    template = try Value(readingYAML: source)
  } catch {
    throw .trouble("\(path): \(error.message)")
  }
  let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  var files: ValueMap = [:]
  for name in fileNames(in: template) {
    files[name] = .string(try textOfFile(at: folder.isEmpty ? name : "\(folder)/\(name)"))
  }
  var parameters: ValueMap = [:]
  for input in input(inputs) {
    parameters[input.name] = .string(input.value)
  }
  return TranslatedTemplate(main: template, files: files, parameters: parameters)
}

/// The names and values of `--input` options.
private func input(_ options: [String]) -> [(name: String, value: String)] {
  options.map { option in
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }
}

/// What `get_file` names, anywhere in a value, and nested templates that `type` names.
private func fileNames(in value: Value) -> [String] {
  switch value {
  case .list(let items): items.flatMap(fileNames)
  case .map(let map):
    map.flatMap { key, value -> [String] in
      if let name = value.string, key == "get_file" || key == "type" && name.hasSuffix(".yaml") {
        return [name]
      }
      return fileNames(in: value)
    }
  default: []
  }
}

private func textOfFile(at path: String) throws(Failure) -> String {
  guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
    throw .trouble("'\(path)' cannot be read")
  }
  return String(decoding: bytes, as: UTF8.self)
}
