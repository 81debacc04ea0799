import GRDB
import OpenStack

extension StackRecord {
  init(_ row: StackRow, _ plan: StackPlan) {
    let hidden = Set(plan.template.parameters.filter(\.element.isHidden).map(\.name))
    let values = (try? row.parameterValues(plan)) ?? row.parameters
    self.init(
      id: row.id, name: row.name, description: plan.template.description, action: row.action,
      status: row.status,
      statusReason: row.reason, parentID: row.parentID,
      parameters: ValueMap(values.map { ($0.key, hidden.contains($0.key) ? "******" : $0.value) }),
      disableRollback: row.disableRollback, timeoutMinutes: row.timeout, tags: row.tags,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt, deletedAt: row.deletedAt)
  }
}

extension ResourceRecord {
  init(_ row: ResourceRow, of stack: StackRow, _ plan: StackPlan, _ database: Database) throws {
    let nested = try StackRow.nested(in: row.id, database)?.id
    let parent = try stack.parentResource.flatMap { try ResourceRow.find($0, database)?.name }
    self.init(
      name: row.name, type: row.type, physicalID: row.physicalID ?? "", action: row.action,
      status: row.status,
      statusReason: row.reason, requiredBy: plan.dependents(of: row.name), stackID: stack.id,
      stackName: stack.name,
      parentResource: parent, nestedStackID: nested, createdAt: row.createdAt, updatedAt: row.updatedAt)
  }
}

extension StackEventRecord {
  static let columns = "id, stack_id, resource, type, physical_id, action, status, reason, time"

  init(_ row: Row, stackName: String) {
    self.init(
      id: EventID.text(row[0], at: row[8]), stackID: row[1], stackName: stackName,
      resourceName: row[2] as String? ?? stackName,
      resourceType: row[3] as String? ?? "OS::Heat::Stack", physicalID: row[4] as String? ?? "",
      action: row[5],
      status: row[6], statusReason: row[7], time: row[8])
  }
}

/// The ids of events: UUIDs of version 7 (RFC 9562) that end in the number of the row.
///
/// They order by time to the microsecond, also the events of stacks among those of clusters, whose times the APIs
/// give in whole seconds only.
enum EventID {
  static func text(_ number: Int64, at time: Double) -> String {
    let microseconds = UInt64(max(0, time) * 1e6)
    let milliseconds = hex(microseconds / 1000, digits: 12)
    let rest = hex(microseconds % 1000, digits: 3)
    let row = hex(UInt64(number), digits: 12)
    return "\(milliseconds.prefix(8))-\(milliseconds.suffix(4))-7\(rest)-8000-\(row)"
  }

  private static func hex(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  static func number(_ text: String) -> Int64? {
    text.split(separator: "-").last.flatMap { Int64($0, radix: 16) }
  }
}
