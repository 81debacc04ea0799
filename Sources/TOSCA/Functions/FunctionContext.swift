/// Where a value with calls of functions stands: it says what SELF, HOST, SOURCE and TARGET mean there
/// (TOSCA Simple Profile 1.3, 4.1).
struct FunctionContext {
  /// What a property is got of.
  enum Holder {
    case node(NodeTemplate.ID)
    /// A type, or a template of which no more than the type is looked at.
    case type(ResolvedType)
    /// Something of which nothing is known here.
    case open
  }

  /// The place in words, for a message.
  let place: String
  /// What SELF means; nil where it means nothing.
  private(set) var own: Holder?
  private(set) var source: Holder?
  private(set) var target: Holder?
  /// Whether this is the definition of a type, which knows no node templates and no inputs.
  private(set) var isDefinition = false
  /// The property whose value it is, for finding circles.
  var owner: FunctionReferences.Key?
  /// Whether nothing is reported, because it was where the value is written.
  var isSilent = false

  /// A value of a node template; of one of its properties where a name is given.
  static func node(_ id: NodeTemplate.ID, property: String? = nil, of capability: String = "")
    -> FunctionContext
  {
    var context = FunctionContext(place: "a node template", own: .node(id))
    context.owner = property.map { FunctionReferences.Key(node: id, capability: capability, name: $0) }
    return context
  }

  /// A value of a relationship, also of a relationship template that several requirements may name: its ends are then
  /// not known.
  static func relationship(
    _ type: ResolvedType?, from source: NodeTemplate.ID? = nil, to target: NodeTemplate.ID? = nil
  ) -> FunctionContext {
    FunctionContext(
      place: "a relationship", own: type.map(Holder.type) ?? .open, source: source.map(Holder.node) ?? .open,
      target: target.map(Holder.node) ?? .open)
  }

  /// A value in the definition of a type: a default, or the input of an operation.
  static func definition(of type: ResolvedType) -> FunctionContext {
    var context = FunctionContext(place: "a \(type.kind.noun)", own: .type(type), isDefinition: true)
    // The interfaces of a capability or of an artifact serve relationships as well.
    if type.kind != .node { (context.source, context.target) = (.open, .open) }
    return context
  }

  /// A value of a policy or of a group, whose SELF is lenient: only its own properties can be meant.
  static func member(_ type: ResolvedType) -> FunctionContext {
    FunctionContext(place: "a \(type.kind == .group ? "group" : "policy")", own: .type(type))
  }

  static let output = FunctionContext(place: "an output")

  /// The default or the value of an input.
  static func input(_ name: String) -> FunctionContext {
    var context = FunctionContext(place: "an input")
    context.owner = FunctionReferences.Key(input: name)
    return context
  }

  /// Whether a function can be called: an input is there before any node is.
  func allows(_ function: TOSCAFunction) -> Bool {
    guard owner?.isInput == true else { return true }
    return [.getInput, .concat, .join, .token].contains(function)
  }

  private init(
    place: String, own: Holder? = nil, source: Holder? = nil, target: Holder? = nil,
    isDefinition: Bool = false
  ) {
    self.place = place
    (self.own, self.source, self.target) = (own, source, target)
    self.isDefinition = isDefinition
  }
}
