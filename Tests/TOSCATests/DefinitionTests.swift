import Diagnostics
import Support
import TOSCA
import Testing

/// A set of embedded files that is loaded together, and why.
struct DefinitionSet: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let files: [String]

  static let all: [Self] =
    [
      Self(
        testDescription: "libretto_policies.yaml",
        files: ["tosca_simple_common", "tosca_simple_1_0", "libretto_policies"])
    ]
    + Profile.all.map { Self(testDescription: $0.version, files: $0.definitions) }
    + BuiltInImports.versions.flatMap { version in
      ["common", "vnfd", "pnfd", "nsd"].compactMap { kind in
        let name = "etsi_nfv_sol001_\(kind)_\(version.major)_\(version.minor)_\(version.patch)_types.yaml"
        let profile = version.major == 2 ? "tosca_simple_yaml_1_2" : "tosca_simple_yaml_1_3"
        guard let found = BuiltInImports.definitions(for: name) else { return nil }
        return Self(
          testDescription: name, files: (Profile.named(profile)?.definitions ?? []) + found.definitions)
      }
    }

  /// All types of the set as one template of a user's; of two definitions of a type the later one.
  ///
  /// Each type begins with two blanks and its name, which our files are written to have.
  var template: String {
    var sections: [(name: Substring, types: [(name: Substring, lines: [Substring])])] = []
    for file in files {
      let text = String(decoding: Profile.embedded(file) ?? [], as: UTF8.self)
      var section = 0
      for line in text.split(separator: "\n") where !line.hasPrefix("tosca_definitions_version") {
        if line.hasSuffix("_types:"), !line.hasPrefix(" ") {
          section = sections.firstIndex { $0.name == line } ?? sections.count
          if section == sections.count { sections.append((line, [])) }
        } else if let name = line.wholeMatch(of: #/  ([^ #]+):( .*)?/#)?.1 {
          sections[section].types.removeAll { $0.name == name }
          sections[section].types.append((name, [line]))
        } else if line.hasPrefix("   "), let last = sections[section].types.indices.last {
          sections[section].types[last].lines.append(line)
        }
      }
    }
    let lines = sections.flatMap { section in [section.name] + section.types.flatMap(\.lines) }
    return lines.joined(separator: "\n")
  }
}

@Suite struct DefinitionTests {
  @Test(arguments: DefinitionSet.all)
  func `the built-in types have no findings when they are read as a user's`(set: DefinitionSet) {
    let template = "tosca_definitions_version: tosca_simple_yaml_1_3\n" + set.template
    let read = ReadTemplate(template, .whole)
    #expect(read.log.sorted.map { "\($0.range.start.line): \($0.message)" } == [])
  }

  @Test(arguments: DefinitionSet.all)
  func `every type that a built-in type names is there`(set: DefinitionSet) {
    let template = set.template
    let declared = Set(template.matches(of: #/(?m)^  ([^ #]+):/#).map(\.1))
    let named = Set(template.matches(of: /tosca\.[a-z]+\.[A-Za-z0-9_.]+/).map(\.0))
    #expect(declared.count > 60)
    #expect(named.subtracting(declared).sorted() == [])
  }

  @Test func `every embedded file belongs to a profile or an import`() {
    #expect(Set(DefinitionSet.all.flatMap(\.files)) == Set(Profile.embeddedNames))
    #expect(Profile.embedded("nonsense") == nil)
  }
}
