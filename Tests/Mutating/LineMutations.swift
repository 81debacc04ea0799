extension Mutation {
  /// What goes wrong when lines are moved about.
  static let lines: [Mutation] = [
    Mutation("delete lines") { text, _, random in
      guard let line = text.line(&random) else { return }
      text.lines.removeSubrange(line..<min(text.lines.count, line + 1 + random.below(3)))
    },
    Mutation("repeat a line") { text, _, random in
      guard let line = text.line(&random) else { return }
      let times = random.isOnce(in: 20) ? 500 : 1
      text.lines.insert(contentsOf: repeatElement(text.lines[line], count: times), at: line)
    },
    Mutation("swap lines") { text, _, random in
      guard let first = text.line(&random), let second = text.line(&random) else { return }
      text.lines.swapAt(first, second)
    },
    Mutation("indent a line") { text, _, random in
      guard let line = text.line(&random) else { return }
      text.lines[line].insert(contentsOf: repeatElement(0x20, count: 1 + random.below(4)), at: 0)
    },
    Mutation("outdent a line") { text, _, random in
      guard let line = text.line(&random) else { return }
      text.lines[line].removeFirst(min(text.indent(of: line), 1 + random.below(4)))
    },
    Mutation("indent a block") { text, _, random in
      guard let line = text.line(&random) else { return }
      let block = text.block(at: line)
      let moved = text.lines(of: block, indentedBy: max(0, text.indent(of: line) - 4 + random.below(9)))
      text.lines.replaceSubrange(block, with: moved)
    },
    Mutation("tabs") { text, _, random in
      guard let line = text.line(&random) else { return }
      text.lines[line].replaceSubrange(..<text.indent(of: line), with: [0x09])
    },
    Mutation("another document") { text, other, random in
      guard let line = text.line(&random) else { return }
      let mark = random.isOnce(in: 4) ? "..." : random.isOnce(in: 4) ? "--- !x" : "---"
      let added = random.isOnce(in: 2) ? other.lines : []
      text.lines.insert(contentsOf: [Array(mark.utf8)] + added, at: line)
    },
    Mutation("directive or comment") { text, _, random in
      guard let line = text.line(&random) else { return }
      let signs = [
        "%YAML 1.1", "%TAG ! tag:x,2002:", "# libretto: ignore",
        "# libretto: ignore unknown-type, yaml-syntax", "#", "...",
        "# libretto: ignore x", "# libretto: # libretto:",
      ]
      text.lines.insert(Array(signs[random.below(signs.count)].utf8), at: line)
    },
  ]
}
