extension PropertyValue {
  /// Whether another value says the same, wherever it is written.
  package func says(_ other: PropertyValue) -> Bool {
    switch (content, other.content) {
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.says($1) }
    case (.map(let left), .map(let right)):
      return left.count == right.count
        && zip(left, right).allSatisfy { $0.key == $1.key && $0.value.says($1.value) }
    case (.function(let left), .function(let right)):
      return left.name == right.name && left.arguments.count == right.arguments.count
        && zip(left.arguments, right.arguments).allSatisfy { $0.says($1) }
    default: return content == other.content
    }
  }
}
