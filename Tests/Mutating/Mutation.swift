/// One way to damage a template, or to turn it into another one.
struct Mutation: Sendable {
  let name: String
  /// Changes the text; the second one is another template to take parts from.
  let apply: @Sendable (_ text: inout TemplateText, _ other: TemplateText, _ random: inout SplitMix64) -> Void

  init(
    _ name: String,
    _ apply: @escaping @Sendable (inout TemplateText, TemplateText, inout SplitMix64) -> Void
  ) {
    self.name = name
    self.apply = apply
  }

  /// Every mutation, those of lines and values more than once so that most cases are still YAML.
  static let all = bytes + lines + values + values + trees + trees
}

extension [UInt8] {
  /// Damages a template in one to four ways; `other` gives parts of another template.
  package func mutated(with other: [UInt8], random: inout SplitMix64) -> (bytes: [UInt8], how: [String]) {
    var text = TemplateText(self)
    let parts = TemplateText(other)
    var how: [String] = []
    // One change is what people make; several together reach further.
    let count = random.isOnce(in: 2) ? 1 : 2 + random.below(3)
    for _ in 0..<count {
      guard let mutation = Mutation.all.randomElement(using: &random) else { break }
      mutation.apply(&text, parts, &random)
      how.append(mutation.name)
    }
    return (text.bytes, how)
  }
}
