import OpenStack

extension OpenStack.Value {
  /// The text of a script that runs several others one after the other and ends with the first that fails.
  ///
  /// Each is written to a file of its own and keeps the interpreter that its first line names; the inputs are variables
  /// of the environment, which all of them have. (The hook of heat-agents takes one text for one action.)
  static func runningInOrder(_ scripts: [(name: String, text: OpenStack.Value)]) -> OpenStack.Value {
    var pieces: [OpenStack.Value] = []
    var before = """
      #!/bin/sh
      set -e
      folder=$(mktemp -d)
      trap 'rm -rf "$folder"' EXIT
      """
    for (name, text) in scripts {
      pieces.append(.string("\(before)\ncat > \"$folder/\(name)\" <<'end of \(name) (Libretto)'"))
      pieces.append(text)
      before = """
        end of \(name) (Libretto)
        chmod 700 "$folder/\(name)"
        "$folder/\(name)"
        """
    }
    pieces.append(.string(before + "\n"))
    return ["list_join": .list(["\n", .list(pieces)])]
  }
}
