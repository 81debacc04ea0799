import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// How many nodes a cluster makes: those that it is to adopt are there already, but it never has less than its least.
  mutating func sizeBesideAdoptions(of group: TranslationPlan.Group) -> ScalingRequest.Amount? {
    let (size, count) = (group.size, group.adoptions.count)
    guard count > 0, let desired = size.desired else { return size.desired }
    for amount in [desired, size.minimum, size.maximum] {
      if case .stated(let stated)? = amount, stated.integer == nil {
        report(.notAPlainValue("the size of a cluster that adopts nodes", stated))
        return desired
      }
    }
    let made = max(size.minimum?.integer ?? 0, (desired.integer ?? 0) - count, 0)
    let fits = size.maximum?.integer.map { made + count <= $0 } ?? true
    for adoption in group.adoptions {
      report(fits ? .toBeAdopted(adoption, group.names) : .noRoomToAdopt(adoption, group.names))
    }
    return .number(made)
  }
}

extension Diagnostic {
  fileprivate static func toBeAdopted(
    _ adoption: TranslationPlan.Adoption, _ names: TranslationPlan.Names
  ) -> Diagnostic {
    Diagnostic(
      .warning, "adopted-node",
      "Heat cannot adopt '\(adoption.identity)': once the stack is made, have Senlin adopt it and add the node to the "
        + "cluster '\(names.cluster)'", at: adoption.range)
  }

  fileprivate static func noRoomToAdopt(
    _ adoption: TranslationPlan.Adoption, _ names: TranslationPlan.Names
  ) -> Diagnostic {
    Diagnostic(
      .warning, "adopted-node",
      "the cluster '\(names.cluster)' has no room to adopt '\(adoption.identity)' beside the nodes that it makes",
      at: adoption.range)
  }
}
