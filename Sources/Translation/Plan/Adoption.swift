package import Diagnostics
import TOSCA

extension TranslationPlan {
  /// A server, or a stack, that exists already and is to become a node of a cluster.
  ///
  /// A VDU names it in its metadata: `libretto.adopt: ID`, several with commas between them. Heat has no resource that
  /// adopts, so that this is left to whoever deploys.
  package struct Adoption: Sendable {
    /// The key in the metadata of a node template.
    static let key = "libretto.adopt"

    /// The id, or the name, of what is adopted.
    package let identity: String
    /// Where the template names it.
    package let range: SourceRange

    /// What a node template asks to be adopted.
    static func all(of node: NodeTemplate, reporting log: inout DiagnosticLog) -> [Adoption] {
      guard let entry = node.metadata.first(where: { $0.name.text == key }) else { return [] }
      guard let text = entry.value.text else {
        log.report(.notAPlainValue("'\(key)'", entry.value))
        return []
      }
      return text.split(separator: ",").map { $0.trimming(while: { $0 == " " }) }.filter { !$0.isEmpty }.map {
        Adoption(identity: String($0), range: entry.value.range)
      }
    }
  }
}

extension Substring {
  fileprivate func trimming(while isOuter: (Character) -> Bool) -> Substring {
    var rest = drop(while: isOuter)
    while let last = rest.last, isOuter(last) { rest.removeLast() }
    return rest
  }
}
