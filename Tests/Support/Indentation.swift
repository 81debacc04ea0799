/// The lines of a part of a marked template two columns further right, the marks among them too.
package func indented(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.hasPrefix("#") ? "#  " + $0.dropFirst() : "  " + $0 }
    .joined(separator: "\n")
}
