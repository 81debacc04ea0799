import OpenStack
import TOSCA

/// How one TOSCA policy type becomes Heat resources.
package struct PolicyMapping: Sendable {
  /// The TOSCA type; a policy of a derived type uses the nearest mapping up its ancestors.
  package let type: String
  /// Adds the resources of a policy to the main template.
  let translate: @Sendable (_ policy: Int, _ template: inout TemplateBuilder) -> Void

  init(
    _ type: String, translate: @escaping @Sendable (_ policy: Int, _ template: inout TemplateBuilder) -> Void
  ) {
    self.type = type
    self.translate = translate
  }

  /// The mapping of the type, or of the nearest of its ancestors that has one.
  static func mapping(of type: ResolvedType) -> PolicyMapping? {
    type.ancestors.lazy.compactMap { name in all.first { $0.type == name } }.first
  }
}
