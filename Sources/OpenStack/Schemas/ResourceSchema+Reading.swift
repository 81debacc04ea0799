/// Reads a block of `Sources/CSchemas/schemas`, whose form is described at the top of `heat.txt`.
extension ResourceSchema {
  init(_ type: String, block: Slice<UnsafeBufferPointer<UInt8>>) {
    self.init(type: type)
    var lines = SchemaLines(block)
    for word in lines.next()?.words.dropFirst() ?? [] {
      switch word {
      case "noop": isNoOperation = true
      case "retired": isRetired = true
      case "open": hasOpenAttributes = true
      default:
        if let status = SupportStatus(rawValue: word) { support = status }
        if word.hasPrefix("for=") { newerType = String(word.dropFirst(4)) }
      }
    }
    for member in lines.members(deeperThan: 0) {
      switch member.name.utf8.first {
      case UInt8(ascii: "."):
        attributes.append(
          Attribute(name: String(member.name.dropFirst()), kind: member.kind, support: member.support))
      case UInt8(ascii: "%"):
        var member = member
        member.name.removeFirst()
        updatePolicy.append(member)
      default: properties.append(member)
      }
    }
  }
}

/// The lines of a block, to its end.
private struct SchemaLines {
  struct Line {
    let indent: Int
    let words: [String]
  }

  private let bytes: Slice<UnsafeBufferPointer<UInt8>>
  private var position: Int

  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The next line; nil at the empty one that ends the block.
  mutating func next() -> Line? {
    guard let end = lineEnd, end > position else { return nil }
    defer { position = end + 1 }
    let start = position + indent
    return Line(
      indent: start - position,
      words: bytes[start..<end].split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      })
  }

  private var lineEnd: Int? {
    bytes[position...].firstIndex(of: UInt8(ascii: "\n"))
  }

  /// How far in the next line stands.
  private var indent: Int {
    bytes[position...].prefix { $0 == UInt8(ascii: " ") }.count
  }

  /// The lines that stand deeper than a line with an indent, with what belongs to each.
  mutating func members(deeperThan indent: Int) -> [PropertySchema] {
    var members: [PropertySchema] = []
    while self.indent > indent, let line = next() {
      guard var member = PropertySchema(line.words) else { continue }
      let inner = self.members(deeperThan: line.indent)
      if member.kind == .list { member.items = inner } else { member.members = inner }
      members.append(member)
    }
    return members
  }
}

extension PropertySchema {
  /// Reads the words of a line.
  fileprivate init?(_ words: [String]) {
    guard words.count >= 2, let kind = Kind(rawValue: words[1]) else { return nil }
    self.init(name: words[0], kind: kind)
    for word in words.dropFirst(2) {
      switch word {
      case "required": isRequired = true
      case "updatable": update = .inPlace
      case "immutable": update = .forbidden
      case "unimplemented": isUnimplemented = true
      default: read(word)
      }
    }
  }

  private mutating func read(_ word: String) {
    guard let sign = word.firstIndex(of: "=") else {
      support = SupportStatus(rawValue: word) ?? support
      return
    }
    let text = String(word[word.index(after: sign)...]).replacing("\u{A0}", with: " ")
    switch word[..<sign] {
    case "in":
      constraints.append(
        .allowedValues(text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)))
    case "min": constraints += Double(text).map { [.minimum($0)] } ?? []
    case "max": constraints += Double(text).map { [.maximum($0)] } ?? []
    case "above": constraints += Double(text).map { [.above($0)] } ?? []
    case "matches": constraints.append(.pattern(text))
    case "is": constraints.append(.form(text))
    case "for": newerName = text
    case "default": defaultText = text
    default: break
    }
  }
}
