/// A pattern of paths below a folder, such as `vnfds/*.yaml` or `**/generated`.
///
/// `*` and `?` stand for letters of one name, `**` for folders. A pattern without a slash fits a name at any depth; one
/// that fits a folder fits all that is in it.
package struct PathPattern: Hashable, Sendable {
  private let parts: [[Character]]

  package init(_ text: String) {
    let isAnchored = text.dropLast(text.hasSuffix("/") ? 1 : 0).contains("/")
    let parts = text.split(separator: "/").filter { $0 != "." }.map(Array.init)
    self.parts = isAnchored ? parts : [["*", "*"]] + parts
  }

  /// Whether a path fits, which is relative to the folder that the pattern is for.
  package func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").filter { $0 != "." }.map(Array.init)
    return fits(parts + [["*", "*"]], names, isStar: { $0 == ["*", "*"] }) { part, name in
      fits(part, name, isStar: { $0 == "*" }) { $0 == "?" || $0 == $1 }
    }
  }
}

/// Whether elements fit a pattern in which a star stands for any number of them.
///
/// Only the last star is ever tried again, so the time is bounded by the product of the lengths.
private func fits<Part, Element>(
  _ pattern: [Part], _ elements: [Element], isStar: (Part) -> Bool, isFit: (Part, Element) -> Bool
) -> Bool {
  var (part, element) = (0, 0)
  var star: (part: Int, element: Int)?
  while element < elements.count {
    if part < pattern.count, isStar(pattern[part]) {
      star = (part, element)
      part += 1
    } else if part < pattern.count, isFit(pattern[part], elements[element]) {
      part += 1
      element += 1
    } else if let last = star {
      star = (last.part, last.element + 1)
      (part, element) = (last.part + 1, last.element + 1)
    } else {
      return false
    }
  }
  return pattern[part...].allSatisfy(isStar)
}
