import OpenStack

extension OpenStack.Value {
  /// The text of a script that runs several others one after the other and ends with the first that fails.
  ///
  /// Each is written to a file of its own and keeps the interpreter that its first line names; the inputs are variables
  /// of the environment, which all of them have. (The hook of heat-agents takes one text for one action.)
  static func runningInOrder(_ scripts: [(name: String, text: OpenStack.Value)]) -> OpenStack.Value {
    var template = """
      #!/bin/sh
      set -e
      folder=$(mktemp -d)
      trap 'rm -rf "$folder"' EXIT

      """
    for (name, _) in scripts {
      template += """
        cat > "$folder/\(name)" <<'=== end of \(name)'
        === text of \(name)
        === end of \(name)
        chmod 700 "$folder/\(name)"
        "$folder/\(name)"

        """
    }
    let params = scripts.map { ("=== text of \($0.name)", $0.text) }
    return ["str_replace": ["template": .string(template), "params": .map(ValueMap(distinct: params))]]
  }
}
