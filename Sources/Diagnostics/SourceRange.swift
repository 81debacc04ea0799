/// A position in a source file; lines and columns count from 1, columns in characters.
package struct SourceLocation: Hashable, Comparable, Sendable {
  package var line: Int32
  package var column: Int32

  package init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A half-open range of one source file.
package struct SourceRange: Hashable, Sendable {
  package var file: SourceFile.ID
  package var start: SourceLocation
  package var end: SourceLocation

  package init(file: SourceFile.ID, start: SourceLocation, end: SourceLocation) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The whole of a file, for a finding that has no better place.
  package init(startOf file: SourceFile.ID) {
    let start = SourceLocation(line: 1, column: 1)
    self.init(file: file, start: start, end: start)
  }
}
