extension Value {
  /// Reads YAML or JSON text, as Heat reads a template that comes as text.
  ///
  /// - Throws: one sentence that names the line and column of the first thing that is wrong.
  package init(readingYAML text: String) throws(YAMLTextError) {
    throw YAMLTextError(message: "not yet")
  }
}

/// Why a text is not YAML.
package struct YAMLTextError: Error, Hashable, Sendable {
  package let message: String
}
