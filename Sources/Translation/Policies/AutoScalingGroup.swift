import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// A Heat group over the nested template, and a policy for each direction.
  mutating func addAutoScalingGroup(_ offset: Int) {
    let group = plan.groups[offset]
    let names = group.names
    let place = topology.policies[group.policy].name
    var member: ValueMap = ["type": .string(names.file)]
    let imports = nested[offset].imports
    if !imports.isEmpty {
      member["properties"] = .map(ValueMap(imports.map { ($0.parameter, $0.value) }))
    }
    let cooldown = amount(group.size.cooldown)

    var scalingGroup = HeatResource(type: "OS::Heat::AutoScalingGroup")
    scalingGroup.dependsOn = nested[offset].dependencies
    scalingGroup["min_size"] = amount(group.size.minimum)
    scalingGroup["max_size"] = amount(group.size.maximum)
    scalingGroup["desired_capacity"] = amount(group.size.desired)
    scalingGroup["cooldown"] = cooldown
    scalingGroup["resource"] = .map(member)
    add(names.group, scalingGroup, for: place)
    guard !group.isFixed else { return }

    if case .stated(let stated)? = group.size.step, stated.integer == nil {
      // HOT cannot change the sign of a parameter.
      report(.notAPlainValue("'increment' under the driver 'heat'", stated))
    }
    let increment = group.size.step?.integer ?? 1
    for (name, step) in [(names.scaleOut, increment), (names.scaleIn, -increment)] {
      var policy = HeatResource(type: "OS::Heat::ScalingPolicy")
      policy["auto_scaling_group_id"] = .getResource(names.group)
      policy["adjustment_type"] = "change_in_capacity"
      policy["scaling_adjustment"] = .integer(step)
      policy["cooldown"] = cooldown
      add(name, policy, for: place)
      guard group.hasURLOutputs else { continue }
      add("\(name)_url", HeatOutput(.getAttr(name, "alarm_url")), for: place)
    }
  }
}
