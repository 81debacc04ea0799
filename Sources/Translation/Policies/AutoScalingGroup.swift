import Diagnostics
import OpenStack
import TOSCA

extension TemplateBuilder {
  /// A policy for each direction, and for the first that scales it the Heat group over the nested template.
  mutating func addAutoScalingGroup(_ offset: Int, _ scaling: Int) {
    if scaling == 0 { addHeatGroup(offset) }
    let group = plan.groups[offset].names.group
    let scaling = plan.groups[offset].scaling(at: scaling)
    guard !scaling.isFixed else { return }
    let names = scaling.names
    let place = topology.policies[scaling.policy].name
    let increment = increment(scaling.size.step)
    let cooldown = amount(scaling.size.cooldown)
    for (name, step) in [(names.scaleOut, increment), (names.scaleIn, -increment)] {
      var policy = HeatResource(type: "OS::Heat::ScalingPolicy")
      policy["auto_scaling_group_id"] = .getResource(group)
      policy["adjustment_type"] = "change_in_capacity"
      policy["scaling_adjustment"] = .integer(step)
      policy["cooldown"] = cooldown
      add(name, policy, for: place)
      guard scaling.hasURLOutputs else { continue }
      add("\(name)_url", HeatOutput(.getAttr(name, "alarm_url")), for: place)
    }
  }

  /// How many members a step adds or removes; HOT cannot change the sign of a parameter.
  private mutating func increment(_ step: ScalingRequest.Amount?) -> Int {
    guard case .stated(let stated)? = step else { return step?.integer ?? 1 }
    guard let number = fixed(stated)?.integer else {
      report(.notAPlainValue("'increment' under the driver 'heat'", stated))
      return 1
    }
    return number
  }

  private mutating func addHeatGroup(_ offset: Int) {
    let group = plan.groups[offset]
    let names = group.names
    let place = topology.policies[group.policy].name
    var member: ValueMap = ["type": .string(names.file)]
    let imports = nested[offset].imports
    if !imports.isEmpty {
      member["properties"] = .map(ValueMap(imports.map { ($0.parameter, $0.value) }))
    }

    var scalingGroup = HeatResource(type: "OS::Heat::AutoScalingGroup")
    scalingGroup.dependsOn = nested[offset].dependencies
    scalingGroup["min_size"] = amount(group.size.minimum)
    scalingGroup["max_size"] = amount(group.size.maximum)
    scalingGroup["desired_capacity"] = amount(group.size.desired)
    scalingGroup["cooldown"] = amount(group.size.cooldown)
    scalingGroup["resource"] = .map(member)
    add(names.group, scalingGroup, for: place)
  }
}
