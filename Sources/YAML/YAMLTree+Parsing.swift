package import Diagnostics

/// What a YAML document may cost at the most; a template comes from a stranger.
package struct YAMLLimits: Sendable {
  /// Levels of nesting, those behind aliases included.
  package var depth = 128
  /// Nodes that aliases and merge keys may stand for, all together.
  package var aliasedNodes = 1_000_000

  package init() {}

  /// The limits of a language that has no aliases.
  package static var withoutAliases: YAMLLimits {
    var limits = YAMLLimits()
    limits.aliasedNodes = 0
    return limits
  }
}

extension YAMLTree {
  /// Parses the first document of a file.
  ///
  /// - Returns: a tree whose ``root`` is nil when the text is empty or is not YAML; the log says why.
  package init(
    parsing bytes: [UInt8], file: SourceFile.ID, limits: YAMLLimits = YAMLLimits(),
    reporting log: inout DiagnosticLog
  ) {
    var builder = TreeBuilder(file: file, size: bytes.count, limits: limits)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // Some editors begin a file with a byte order mark, which is no part of its text.
      let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var stream = unsafe EventStream(over: UnsafeBufferPointer(rebasing: buffer[mark...]))
      builder.run(&stream, bytes: bytes, reporting: &log)
    }
    self = builder.tree
  }
}
