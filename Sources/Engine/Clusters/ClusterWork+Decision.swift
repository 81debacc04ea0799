import GRDB
import OpenStack

extension ClusterWork {
  /// Begins the action: asks the policies, writes down what is going to be done and the cluster's transient state.
  ///
  /// - Returns: nil for an action that has ended already, because there was nothing to do.
  func decide(_ database: Database) throws -> Journal? {
    guard try action.begin(at: runtime.now, database) else { return nil }
    guard var cluster = try ClusterRow.find(database, action.target),
      let profile = try ProfileRow.find(database, cluster.profileID)
    else {
      try action.end(
        "FAILED", "The cluster '\(action.target)' could not be found.", at: runtime.now, database)
      return nil
    }
    let nodes = try NodeRow.all(ofCluster: cluster.id, database)
    // An engine that was killed had decided already; the nodes say how far it came.
    if let journal = action.data["nodes"]?.list {
      return resumed(Set(journal.compactMap(\.string)), nodes, profile)
    }
    try cluster.writeEvent(action.action, "start", "", at: runtime.now, database)
    var journal = Journal(profile: profile)
    switch action.action {
    case "CLUSTER_DELETE": journal.deleting = try beginDeletion(of: cluster, nodes, database)
    case "CLUSTER_ATTACH_POLICY", "CLUSTER_DETACH_POLICY", "CLUSTER_UPDATE_POLICY":
      try changePolicy(of: cluster, database)
      return nil
    case "CLUSTER_CHECK":
      try end(failure: nil, database)
      return nil
    default:
      guard let plan = try plan(for: cluster, nodes, database) else { return nil }
      try carryOut(plan, on: &cluster, nodes, &journal, database)
    }
    try action.journal(
      ["nodes": .list((journal.creating + journal.deleting).map { .string($0.id) })], database)
    return journal
  }

  private func resumed(_ ids: Set<String>, _ nodes: [NodeRow], _ profile: ProfileRow) -> Journal {
    var journal = Journal(profile: profile)
    journal.creating = nodes.filter { ids.contains($0.id) && $0.status == "CREATING" }
    journal.deleting = nodes.filter { ids.contains($0.id) && $0.status == "DELETING" }
    return journal
  }

  /// What the policies and the size arithmetic make of the action; nil when that ended it.
  private func plan(for cluster: ClusterRow, _ nodes: [NodeRow], _ database: Database) throws -> ActionPlan? {
    var plan = ActionPlan()
    if action.action == "CLUSTER_CREATE" {
      plan.creation = cluster.desiredCapacity
      return plan
    }
    if action.action == "CLUSTER_RESIZE", let reason = plan.resize(action.inputs, cluster, nodes.count) {
      try end(failure: reason, database)
      return nil
    }
    let bindings = try BindingRow.enabled(ofCluster: cluster.id, database)
    // Those that say how many come first; where none has, the request does, before the others say which.
    let isCounting = { (binding: BindingRow) in
      (PolicyType.find(binding.policyType)?.priority ?? 0) <= PolicyType.scaling.priority
    }
    guard try ask(bindings.filter(isCounting), &plan, cluster, nodes, database) else { return nil }
    if action.action.hasPrefix("CLUSTER_SCALE"), plan.creation == nil, plan.deletion == nil,
      let reason = plan.scale(action, cluster, nodes.count)
    {
      try end(failure: reason, database)
      return nil
    }
    guard try ask(bindings.filter { !isCounting($0) }, &plan, cluster, nodes, database) else { return nil }
    return plan
  }

  /// Asks policies in their order; false when one of them ended the action.
  private func ask(
    _ bindings: [BindingRow], _ plan: inout ActionPlan, _ cluster: ClusterRow, _ nodes: [NodeRow],
    _ database: Database
  ) throws -> Bool {
    for binding in bindings {
      guard let type = PolicyType.find(binding.policyType) else { continue }
      let context = PolicyContext(
        action: action, cluster: cluster, nodes: nodes, binding: binding, properties: binding.properties,
        now: runtime.now, seed: runtime.configuration.seed)
      switch try type.before(context, &plan, database) {
      case .go: continue
      case .nothing(let reason): try end(failure: nil, reason: reason, isScaling: false, database)
      case .refuse(let reason): try end(failure: reason, database)
      }
      return false
    }
    return true
  }

  private func carryOut(
    _ plan: ActionPlan, on cluster: inout ClusterRow, _ nodes: [NodeRow], _ journal: inout Journal,
    _ database: Database
  ) throws {
    let isCreation = action.action == "CLUSTER_CREATE"
    cluster.status = isCreation ? "CREATING" : "RESIZING"
    cluster.reason = isCreation ? "Creation in progress" : "Cluster resize started."
    if action.action == "CLUSTER_SCALE_OUT" { cluster.reason = "Cluster scale out started." }
    if action.action == "CLUSTER_SCALE_IN" { cluster.reason = "Cluster scale in started." }
    cluster.minSize = plan.minSize ?? cluster.minSize
    cluster.maxSize = plan.maxSize ?? cluster.maxSize
    if let count = plan.creation {
      cluster.desiredCapacity = nodes.count + count
      for _ in 0..<count {
        let id = runtime.configuration.ids.next()
        let node = NodeRow(
          id: id, name: cluster.nodeName(index: cluster.nextIndex, random: id), clusterID: cluster.id,
          profileID: cluster.profileID, position: cluster.nextIndex, now: runtime.now)
        cluster.nextIndex += 1
        try node.insert(database)
        journal.creating.append(node)
      }
    } else if let count = plan.deletion {
      let chosen = Set(try plan.candidates ?? Victims.choose(count, of: nodes, database))
      if plan.reducesCapacity { cluster.desiredCapacity = nodes.count - chosen.count }
      journal.deleting = nodes.filter { chosen.contains($0.id) }
      journal.gracePeriod = plan.gracePeriod
      try markDeleting(journal.deleting, database)
    }
    try cluster.update(database)
  }

  private func beginDeletion(of cluster: ClusterRow, _ nodes: [NodeRow], _ database: Database) throws
    -> [NodeRow]
  {
    var cluster = cluster
    (cluster.status, cluster.reason) = ("DELETING", "Deletion in progress")
    try cluster.update(database)
    try database.run(
      """
      UPDATE action SET status = 'CANCELLED', reason = 'The cluster is being deleted.', end_time = ?
      WHERE target = ? AND id <> ? AND status IN ('READY', 'RUNNING')
      """, [runtime.now, cluster.id, action.id])
    try database.run("DELETE FROM binding WHERE cluster_id = ?", [cluster.id])
    try database.run("DELETE FROM receiver WHERE cluster_id = ?", [cluster.id])
    try markDeleting(nodes, database)
    return nodes
  }

  private func markDeleting(_ nodes: [NodeRow], _ database: Database) throws {
    for node in nodes {
      try NodeRow.change(node.id, from: node.status, to: "DELETING", "Deletion in progress", database)
    }
  }
}

extension ActionPlan {
  /// What a resize asks for (Senlin, 11.7); a reason where it cannot be.
  fileprivate mutating func resize(_ inputs: ValueMap, _ cluster: ClusterRow, _ current: Int) -> String? {
    let resize = Resize(inputs)
    let target = resize.target(for: cluster, current: current)
    if let reason = target.violation { return reason }
    (minSize, maxSize) = (resize.minSize, resize.maxSize)
    let bounded =
      target.desired
      ?? max(
        min(current, resize.maxSize.flatMap { $0 >= 0 ? $0 : nil } ?? current), resize.minSize ?? 0)
    if bounded >= current { creation = bounded - current } else { deletion = current - bounded }
    return nil
  }

  /// What a scaling without a policy asks for; a reason where it cannot be.
  fileprivate mutating func scale(_ action: ActionRow, _ cluster: ClusterRow, _ current: Int) -> String? {
    let count = action.inputs["count"].map { $0.wholeNumber ?? 0 } ?? 1
    guard count > 0 else {
      return "Invalid count (\(action.inputs["count"]?.text ?? "")) for action '\(action.action)'."
    }
    let grows = action.action == "CLUSTER_SCALE_OUT"
    let change = grows ? count : min(count, current)
    let desired = grows ? current + change : current - change
    if let reason = Sizes.violation(desired: desired, of: cluster) { return reason }
    if grows { creation = change } else { deletion = change }
    return nil
  }
}

extension Resize {
  init(_ inputs: ValueMap) {
    self.init(
      inputs["adjustment_type"]?.string.flatMap(Adjustment.init(rawValue:)), inputs["number"]?.double,
      minSize: inputs["min_size"]?.wholeNumber, maxSize: inputs["max_size"]?.wholeNumber,
      minStep: inputs["min_step"]?.wholeNumber, isStrict: inputs["strict"]?.flag ?? true)
  }

  var inputs: ValueMap {
    var inputs = ValueMap()
    inputs["adjustment_type"] = adjustment.map { .string($0.rawValue) }
    inputs["number"] = number.map { Int(exactly: $0).map(Value.integer) ?? .number($0) }
    inputs["min_size"] = minSize.map(Value.integer)
    inputs["max_size"] = maxSize.map(Value.integer)
    inputs["min_step"] = minStep.map(Value.integer)
    inputs["strict"] = .bool(isStrict)
    return inputs
  }

  /// The size that the resize leads to, or what is wrong with it.
  func target(for cluster: ClusterRow, current: Int) -> (desired: Int?, violation: String?) {
    var desired: Int?
    if let adjustment, let number {
      let size = Sizes.desired(adjustment, number, minStep: minStep, current: current)
      desired = isStrict ? size : Sizes.truncated(size, minSize: minSize, maxSize: maxSize, of: cluster)
    }
    let reason = Sizes.violation(
      desired: desired, minSize: minSize, maxSize: maxSize, isStrict: isStrict, of: cluster)
    return (desired, reason)
  }
}

extension ClusterRow {
  /// A node's name after the cluster's format (Senlin, `node.name.format`).
  func nodeName(index: Int, random id: String) -> String {
    let random = String(id.filter { $0 != "-" }.suffix(8))
    guard let format = config["node.name.format"]?.string, !format.isEmpty else { return "node-\(random)" }
    var name = ""
    var rest = format[...]
    while let first = rest.first {
      rest = rest.dropFirst()
      let digits = rest.prefix { $0.isNumber }
      guard first == "$", let kind = rest.dropFirst(digits.count).first, "RrI".contains(kind) else {
        name.append(first)
        continue
      }
      rest = rest.dropFirst(digits.count + 1)
      if kind == "I" {
        let text = String(index)
        name += String(repeating: "0", count: max(0, (Int(digits) ?? 0) - text.count)) + text
      } else {
        name += String(id.filter { $0 != "-" }.suffix(min(32, Int(digits) ?? 8)))
      }
    }
    return name
  }
}
