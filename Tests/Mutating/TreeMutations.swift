extension Mutation {
  /// What goes wrong when parts of templates are moved about.
  static let trees: [Mutation] = [
    Mutation("delete a block") { text, _, random in
      guard let line = text.line(&random) else { return }
      text.lines.removeSubrange(text.block(at: line))
    },
    Mutation("repeat a block") { text, _, random in
      guard let line = text.line(&random) else { return }
      let block = text.block(at: line)
      let times = random.isOnce(in: 20) && block.count < 20 ? 200 : 1
      for _ in 0..<times { text.lines.insert(contentsOf: text.lines[block], at: block.upperBound) }
    },
    Mutation("swap blocks") { text, _, random in
      guard let first = text.line(&random), let second = text.line(&random) else { return }
      let (upper, lower) = (text.block(at: min(first, second)), text.block(at: max(first, second)))
      guard upper.upperBound <= lower.lowerBound else { return }
      let up = text.lines(of: lower, indentedBy: text.indent(of: upper.lowerBound))
      let down = text.lines(of: upper, indentedBy: text.indent(of: lower.lowerBound))
      text.lines.replaceSubrange(lower, with: down)
      text.lines.replaceSubrange(upper, with: up)
    },
    Mutation("move a block") { text, _, random in
      guard let line = text.line(&random) else { return }
      let block = text.block(at: line)
      guard let target = text.line(&random) else { return }
      let moved = text.lines(of: block, indentedBy: text.indent(of: target))
      text.lines.insert(contentsOf: moved, at: target)
    },
    Mutation("block of another template") { text, other, random in
      guard let line = text.line(&random), let from = other.line(&random) else { return }
      let block = other.block(at: from)
      guard block.count < 400 else { return }
      let added = other.lines(of: block, indentedBy: text.indent(of: line))
      if random.isOnce(in: 2) {
        text.lines.replaceSubrange(text.block(at: line), with: added)
      } else {
        text.lines.insert(contentsOf: added, at: line)
      }
    },
    Mutation("block in itself") { text, _, random in
      guard let line = text.line(&random) else { return }
      var block = text.block(at: line)
      for _ in 0..<(random.isOnce(in: 4) ? 40 : 1) where block.count < 200 {
        let depth = text.indent(of: block.lowerBound) + 2
        text.lines.insert(contentsOf: text.lines(of: block, indentedBy: depth), at: block.lowerBound + 1)
        block = text.block(at: block.lowerBound + 1)
      }
    },
    Mutation("list in place of a map, or a map of a list") { text, _, random in
      guard let line = text.line(&random) else { return }
      let indent = text.indent(of: line)
      if text.lines[line].dropFirst(indent).first == 0x2D {
        text.lines[line].replaceSubrange(indent...indent, with: "k:".utf8)
      } else {
        text.lines[line].insert(contentsOf: "- ".utf8, at: indent)
      }
    },
    Mutation("sections of both") { text, other, _ in
      text.lines += other.lines
    },
  ]
}
