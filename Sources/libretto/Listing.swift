import Engine
import ArgumentParser
import OpenStack

/// How a command prints what it found, with the options of the `openstack` command.
struct ListingOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, yaml, value
  }

  @Option(name: .shortAndLong, help: "How the result is printed.")
  var format = Format.table

  @Option(
    name: [.customShort("c"), .long],
    help: ArgumentHelp("A column to print; can be given again.", valueName: "name"))
  var column: [String] = []
}

/// Rows under named columns.
struct Listing: Sendable {
  var columns: [String]
  var rows: [[Value]]

  /// The rows with the columns that were asked for, in their own order.
  func selecting(_ names: [String]) throws(Failure) -> Listing {
    guard !names.isEmpty else { return self }
    let kept = columns.indices.filter { index in
      names.contains { $0.lowercased() == columns[index].lowercased() }
    }
    guard !kept.isEmpty else {
      throw .usage(
        "there is no column '\(names.joined(separator: "', '"))'; there are \(columns.joined(separator: ", "))"
      )
    }
    return Listing(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The listing in a format, with a line feed at the end unless it is empty.
  func text(_ options: ListingOptions) throws(Failure) -> String {
    let listing = try selecting(options.column)
    switch options.format {
    case .table: return listing.table
    case .value: return listing.rows.map { $0.map(\.line).joined(separator: " ") + "\n" }.joined()
    case .json: return listing.objects.prettyJSON + "\n"
    case .yaml: return String(decoding: listing.objects.yaml, as: UTF8.self)
    }
  }

  private var objects: Value {
    .list(rows.map { .map(ValueMap(zip(columns, $0).map { ($0, $1) })) })
  }

  /// The listing in a frame of `+`, `-` and `|`.
  var table: String {
    let cells = rows.map { $0.map { $0.line.split(separator: "\n", omittingEmptySubsequences: false) } }
    let widths = columns.indices.map { index in
      cells.reduce(columns[index].count) { max($0, $1[index].map(\.count).max() ?? 0) }
    }
    let frame = "+" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "+") + "+\n"
    func line(_ texts: [Substring]) -> String {
      let padded = zip(texts, widths).map { " " + $0 + String(repeating: " ", count: $1 - $0.count + 1) }
      return "|" + padded.joined(separator: "|") + "|\n"
    }
    var text = frame + line(columns.map { $0[...] }) + frame
    for row in cells {
      for index in 0..<(row.map(\.count).max() ?? 0) {
        text += line(row.map { index < $0.count ? $0[index] : "" })
      }
    }
    return text + frame
  }
}

/// One thing with named fields, some of which hold listings of their own.
struct Record: Sendable {
  var fields: [(name: String, value: Value)] = []
  /// Tables that stand below the fields.
  var sections: [(title: String, listing: Listing)] = []

  /// The record in a format; tables below stand only in the whole record as a table.
  func text(_ options: ListingOptions) throws(Failure) -> String {
    let wanted = options.column.map { $0.lowercased() }
    let kept = wanted.isEmpty ? fields : fields.filter { wanted.contains($0.name.lowercased()) }
    guard !kept.isEmpty else {
      let names = fields.map(\.name).joined(separator: ", ")
      throw .usage("there is no column '\(options.column.joined(separator: "', '"))'; there are \(names)")
    }
    let object = Value.map(ValueMap(kept.map { ($0.name, $0.value) }))
    switch options.format {
    case .json: return object.prettyJSON + "\n"
    case .yaml: return String(decoding: object.yaml, as: UTF8.self)
    case .value: return kept.map { $0.value.line + "\n" }.joined()
    case .table:
      // What has a table of its own below is not shown twice.
      let plain = wanted.isEmpty ? kept.filter { $0.value.isPlain } : kept
      let main = Listing(columns: ["Field", "Value"], rows: plain.map { [.string($0.name), $0.value] })
      let below = wanted.isEmpty ? sections : []
      return main.table + below.map { "\n\($0.title)\n\($0.listing.table)" }.joined()
    }
  }
}

extension Value {
  /// The value as the text of one cell.
  var line: String {
    switch self {
    case .null: "None"
    case .string(let text): text
    case .bool(let flag): flag ? "True" : "False"
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .list, .map: compactJSON
    }
  }

  fileprivate var isPlain: Bool {
    list == nil && map == nil
  }

  private var compactJSON: String {
    String(decoding: jsonBytes, as: UTF8.self)
  }

  /// The value as JSON with sorted keys, two spaces per level.
  var prettyJSON: String {
    (try? jsonText(self)) ?? "null"
  }
}
