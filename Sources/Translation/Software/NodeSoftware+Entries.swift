import TOSCA

extension NodeSoftware {
  /// An action of Heat's, and what is run for it.
  struct Entry {
    let action: String
    let operations: [Operation]
  }

  /// The actions of the component; each of Heat's own can stand in it once.
  var entries: [Entry] {
    var entries: [Entry] = []
    if form == .component {
      entries.append(Entry(action: "CREATE", operations: creating))
      entries.append(Entry(action: "DELETE", operations: deleting))
      if let stop = operation("stop") {
        entries.append(Entry(action: "SUSPEND", operations: [stop]))
        entries.append(Entry(action: "RESUME", operations: operation("start").map { [$0] } ?? []))
      }
    }
    entries += others.map { Entry(action: "\($0.interface).\($0.name.text)", operations: [$0]) }
    return entries.filter { !$0.operations.isEmpty }
  }
}
