extension Mutation {
  /// What somebody writes in place of a value or a name.
  static let values: [Mutation] = [
    Mutation("hostile value") { text, _, random in
      guard let line = text.line(&random), let start = text.valueStart(of: line) else { return }
      text.lines[line].replaceSubrange(start..., with: hostileValue(&random))
    },
    Mutation("hostile value for a block") { text, _, random in
      guard let line = text.line(&random), let colon = text.lines[line].lastIndex(of: 0x3A) else { return }
      let block = text.block(at: line)
      let head = text.lines[line][...colon] + [0x20] + hostileValue(&random)
      text.lines.replaceSubrange(block, with: [Array(head)])
    },
    Mutation("value of another line") { text, other, random in
      guard let line = text.line(&random), let start = text.valueStart(of: line) else { return }
      let source = random.isOnce(in: 2) ? text : other
      guard let from = source.line(&random), let value = source.valueStart(of: from) else { return }
      text.lines[line].replaceSubrange(start..., with: source.lines[from][value...])
    },
    Mutation("rename a key") { text, other, random in
      guard let line = text.line(&random), let key = text.keyRange(of: line) else { return }
      if random.isOnce(in: 3) {
        text.lines[line].replaceSubrange(key, with: hostileValue(&random))
      } else if random.isOnce(in: 2) {
        text.lines[line][key.lowerBound + random.below(key.count)] = UInt8(97 + random.below(26))
      } else if let from = other.line(&random), let name = other.keyRange(of: from) {
        text.lines[line].replaceSubrange(key, with: other.lines[from][name])
      }
    },
    Mutation("anchor and aliases") { text, _, random in
      guard let line = text.line(&random), let start = text.valueStart(of: line) else { return }
      text.lines[line].insert(contentsOf: "&a ".utf8, at: start)
      for _ in 0...random.below(3) {
        guard let user = text.line(&random), let start = text.valueStart(of: user) else { continue }
        text.lines[user].replaceSubrange(start..., with: "*a".utf8)
      }
    },
    Mutation("merge key") { text, _, random in
      guard let line = text.line(&random) else { return }
      let indent = [UInt8](repeating: 0x20, count: text.indent(of: line))
      let merges = ["<<: *a", "<<: [*a, *a]", "<<: {type: string}", "<<: x", "? [a, b]\n: c"]
      text.lines.insert(indent + Array(merges[random.below(merges.count)].utf8), at: line)
    },
    Mutation("reference to itself or another") { text, _, random in
      guard let line = text.line(&random), let start = text.valueStart(of: line),
        let named = text.line(&random), let name = text.keyRange(of: named)
      else { return }
      text.lines[line].replaceSubrange(start..., with: text.lines[named][name])
    },
  ]

  private static func hostileValue(_ random: inout SplitMix64) -> [UInt8] {
    switch random.below(14) {
    case 0: nested(random.isOnce(in: 3) ? 2000 : 100, isMap: random.isOnce(in: 2))
    case 1: [0x22] + [UInt8](repeating: 0x61, count: random.isOnce(in: 10) ? 500_000 : 5000) + [0x22]
    case 2: Array(String(repeating: "9", count: 1 + random.below(400)).utf8)
    case 3: Array("[\(String(repeating: "x, ", count: random.isOnce(in: 5) ? 20_000 : 50))]".utf8)
    case 4:
      Array(String(repeating: ["я", "語", "😀", "e\u{301}", "\u{202E}"][random.below(5)], count: 2000).utf8)
    default: Array(hostileValues[random.below(hostileValues.count)].utf8)
    }
  }

  private static func nested(_ depth: Int, isMap: Bool) -> [UInt8] {
    let (opening, closing) = isMap ? ("{a: ", "}") : ("[", "]")
    return Array((String(repeating: opening, count: depth) + String(repeating: closing, count: depth)).utf8)
  }
}

/// Values that have surprised readers of YAML, of TOSCA and of Heat.
private let hostileValues = [
  "", "~", "null", "[]", "{}", "[[]]", "[{}]", "[null]", "{a: b}", "{~: ~}", "{[a]: b}", "{{a: b}: c}", "''",
  "\"\"",
  "0", "-0", "-1", "1", "007", "0x7fffffffffffffff", "0o17", "0b1", "9223372036854775807",
  "9223372036854775808",
  "-9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e308", "1e309", "-1e309",
  "4.9e-324",
  ".inf", "-.inf", ".nan", "1_000", "1:30:00", "190:20:30", "0.1", "1.", ".5", "+1", "2026-11-21",
  "2026-11-21T25:61:61Z", "0000-00-00", "9999999999-12-31", "yes", "no", "on", "off", "y", "true", "TRUE",
  "=", "<<",
  "1 GB", "1GB", "-1 GB", "1e400 GB", "99999999999999999999 TiB", "1 ZB", "GB", "0 s", "1 d", "nan GB",
  "1.2.3.4",
  "1.2.3.4.5", "999.999.999.999", "10.0.0.0/33", "10.0.0.0/-1", "::/0", "fe80::1%eth0/64", "fe80::/129",
  "0/0",
  "!!int 5", "!!str 5", "!!binary aGk=", "!!set {a}", "!!python/object:os.system x", "!x y", "!<tag:x> y",
  "!", "! 5",
  "&a", "&a x", "*a", "*b", "&b [*b]", "| ", ">-", "|9", "'", "\"", "\"\\x00\"", "\"\\ud800\"",
  "\"\\U0001F600\"",
  "\"\\e[31m\"", "\"\\u202E\"", "\"\\uFEFF\"", "@", "`", "%", "? x", "- - - x", "a: b: c", "#x", "x #y",
  "{get_input: x}", "{get_input: []}", "{get_input: [x, 0, ~]}", "{get_input: {get_input: x}}",
  "{get_input: ~}",
  "{get_property: [SELF, x]}", "{get_property: [SELF]}", "{get_property: []}",
  "{get_property: [HOST, a, b, c, d]}",
  "{get_property: [SELF, [], {}]}", "{get_attribute: [SELF, x, -1]}", "{get_attribute: [SOURCE, x]}",
  "{get_attribute: {}}", "{concat: []}", "{concat: x}", "{concat: [1, [2], {a: b}]}", "{token: []}",
  "{token: [a, '', 99999999999999999999]}", "{join: [[a, b], {}]}", "{get_nodes_of_type: x}",
  "{get_artifact: [SELF, a, b, c]}", "{get_operation_output: [SELF, a, b, c]}", "{get_file: /etc/passwd}",
  "{get_resource: x}", "{str_replace: {template: a, params: b}}", "{get_input: x, get_property: y}",
  "{in_range: [1, 0]}", "{in_range: [UNBOUNDED, UNBOUNDED]}", "{in_range: 1}", "{greater_than: []}",
  "{pattern: '('}", "{pattern: '(a*)*b'}", "{pattern: '(?<n>a)\\k<n>'}", "{valid_values: x}", "{equal: {}}",
  "{length: -1}", "{min_length: x}", "[1, UNBOUNDED]", "[UNBOUNDED, 1]", "[-1, 1]", "[1]", "[1, 2, 3]",
  "UNBOUNDED",
  "[99999999999, UNBOUNDED]", "SELF", "HOST", "tosca.nodes.Root", "tosca.nodes.Compute", "tosca:Compute",
  "Compute",
  "tosca.nodes.nfv.VDU.Tacker", "tosca.policies.tacker.Scaling", "tosca.policies.Scaling", "string", "list",
  "map",
  "integer", "range", "timestamp", "version", "scalar-unit.size", "tosca.datatypes.Root", "{type: list}",
  "{type: map, entry_schema: {type: map, entry_schema: {type: map}}}", "VDU1", "[VDU1, VDU1]",
  "../../../etc/passwd",
  "/etc/passwd", "/dev/zero", "/proc/self/mem", ".", "..", "template.yaml", "tacker_defs.yaml",
  "http://[::1]:99999/x",
  "file:///etc/passwd", "{file: x, repository: y}", "{file: ., namespace_prefix: x}", "a/b\\c", "a\u{0}b",
  "\u{7F}",
  "\u{85}", "\u{2028}", "\u{FEFF}", "\u{1F600}", "e\u{301}\u{301}\u{301}", "tosca_simple_yaml_1_3",
  "tosca_2_0",
  "tosca_simple_profile_for_nfv_1_0_0", "heat", "senlin", "Senlin(or else)", "2 -- 3", "gt", "50%",
  "utilization greater_than 50%", "{start_time: x, end_time: 0}", "P1D",
]
