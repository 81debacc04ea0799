package import Diagnostics

/// What a project decides about the findings of its templates, as a file `.libretto.yaml` says it.
package struct ReviewConfiguration: Sendable {
  /// A rule that is ignored in the files that a pattern fits.
  struct LocalIgnore: Sendable {
    let rule: String
    let pattern: PathPattern
  }

  package var profile: ReviewProfile?
  package var levels: [String: FindingPolicy.Level] = [:]
  package var ignored: Set<String> = []
  var ignoredInFiles: [LocalIgnore] = []
  /// The path of the file with the known findings.
  package var baseline: String?
  /// The folder of the file, for which its patterns are.
  let folder: AbsolutePath

  /// The name of the file that is looked for.
  package static let fileName = ".libretto.yaml"

  /// A configuration that decides nothing.
  package init(folder: AbsolutePath = .working) {
    self.folder = folder
  }

  /// The file that counts for a template: in its folder or above, but not above a repository of Git.
  package static func path(forTemplate path: String) -> String? {
    let isInput = path == FileLoader.standardInput
    guard let template = AbsolutePath(isInput ? "." : path) else { return nil }
    var folder: AbsolutePath? = template
    while let current = folder {
      let candidate = current.appending(fileName)
      if AbsolutePath(candidate) != nil { return candidate }
      if AbsolutePath(current.appending(".git")) != nil { return nil }
      folder = current.folder
    }
    return nil
  }

  /// The policy of the configuration, with what a command line adds to it.
  package func policy(profile: ReviewProfile? = nil, ignoring rules: [String] = []) -> FindingPolicy {
    var policy = FindingPolicy(
      profile: profile ?? self.profile, levels: levels, ignored: ignored.union(rules))
    if !ignoredInFiles.isEmpty {
      policy.ignoredRules = { [folder, ignoredInFiles] name in
        let path = AbsolutePath(name)?.relative(to: folder) ?? name
        return Set(ignoredInFiles.lazy.filter { $0.pattern.matches(path) }.map(\.rule))
      }
    }
    return policy
  }
}
