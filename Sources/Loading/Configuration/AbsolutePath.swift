/// The one path of a file or folder that does not depend on where the program was started, links followed.
package struct AbsolutePath: Hashable, Sendable {
  package let text: String

  /// The folder in which the program was started.
  package static var working: AbsolutePath { AbsolutePath(".") ?? AbsolutePath(text: "/") }

  /// The path of what exists; nil when nothing is there.
  package init?(_ path: String) {
    guard let found = realPath(path) else { return nil }
    text = found
  }

  private init(text: String) {
    self.text = text
  }

  /// The folder that holds it; nil for the root.
  package var folder: AbsolutePath? {
    guard text != "/", let slash = text.lastIndex(of: "/") else { return nil }
    return AbsolutePath(text: slash == text.startIndex ? "/" : String(text[..<slash]))
  }

  /// The path of what a folder holds, whether it exists or not.
  package func appending(_ name: String) -> String {
    text == "/" ? "/" + name : "\(text)/\(name)"
  }

  /// The path as seen from a folder, with `..` where it lies outside.
  package func relative(to base: AbsolutePath) -> String {
    let (own, other) = (text.split(separator: "/"), base.text.split(separator: "/"))
    let common = zip(own, other).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: other.count - common) + own.dropFirst(common).map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  /// The path for a message: as seen from where the program was started, if it lies there.
  package var shown: String {
    let relative = relative(to: .working)
    return relative.hasPrefix("../") || relative == ".." ? text : relative
  }
}
