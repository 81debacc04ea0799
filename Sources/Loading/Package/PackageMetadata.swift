import Diagnostics

/// What TOSCA-Metadata/TOSCA.meta says of a package (TOSCA Simple Profile 1.3, 6.2; ETSI GS NFV-SOL 004, 4.1.2).
struct PackageMetadata {
  typealias Word = BlockFile.Word

  /// Where the file lies.
  static let path = "TOSCA-Metadata/TOSCA.meta"

  /// The template of the package.
  private(set) var entry: Word?
  private(set) var manifest: Word?
  /// Further templates.
  private(set) var otherTemplates: [Word] = []
  /// Files and folders that a keyword names, besides these.
  private(set) var namedFiles: [Word] = []
  /// The files that have a block of their own.
  private(set) var files: [DeclaredFile] = []

  private var given: [String: Word] = [:]

  init(_ source: SourceFile, _ file: SourceFile.ID, reporting log: inout DiagnosticLog) {
    let text = BlockFile(source, file, indentation: .continuation)
    for line in text.malformed { log.report(.malformedLine(line)) }
    let misspelt = readKeywords(of: text, reporting: &log)
    readFiles(of: text, reporting: &log)
    if text.malformed.isEmpty {
      for keyword in Self.required where given[keyword.lowercased()] == nil && !misspelt.contains(keyword) {
        log.report(.missingKeyword(keyword, file))
      }
    }
    checkVersions(reporting: &log)
    entry = given["entry-definitions"]
    manifest = given["etsi-entry-manifest"] ?? given["entry-manifest"]
    otherTemplates = given["other-definitions"].map(names) ?? []
    namedFiles = Self.naming.compactMap { given[$0] }
  }
}

extension PackageMetadata {
  private static let required = [
    "TOSCA-Meta-File-Version", "CSAR-Version", "Created-By", "Entry-Definitions",
  ]
  private static let optional = [
    "Other-Definitions", "ETSI-Entry-Manifest", "ETSI-Entry-Licenses", "ETSI-Entry-Tests",
    "ETSI-Entry-Change-Log",
    "ETSI-Entry-Certificate",
  ]
  /// The names of the keywords before version 2.5.1 of SOL004.
  private static let older = [
    "entry-manifest", "entry-licenses", "entry-tests", "entry-change-log", "entry-certificate",
  ]
  private static let naming =
    ["etsi-entry-licenses", "etsi-entry-tests", "etsi-entry-change-log"].flatMap {
      [$0, $0.replacing("etsi-", with: "")]
    } + ["etsi-entry-certificate", "entry-certificate"]

  /// Reads the first block and returns the required keywords that are there, but misspelt.
  private mutating func readKeywords(of text: BlockFile, reporting log: inout DiagnosticLog) -> Set<String> {
    var misspelt: Set<String> = []
    let known = Set((Self.required + Self.optional + Self.older).map { $0.lowercased() })
    for field in text.fields where field.block == 0 {
      let (key, value) = (text.name(of: field), text.value(of: field))
      var name = key.text.lowercased()
      if !known.contains(name) {
        let near = nearestSpelling(to: key.text, among: Self.required + Self.optional)
        let isRequired = near.map { Self.required.contains($0) } ?? false
        log.report(isRequired ? .misspeltKeyword(key, near) : .unknownKeyword(key, near))
        guard let near, isRequired else { continue }
        misspelt.insert(near)
        name = near.lowercased()
      }
      if let earlier = given[name] {
        log.report(.keywordTwice(key, earlier.range))
      } else if value.text.isEmpty {
        log.report(.emptyKeyword(key))
        misspelt.formUnion(Self.required.filter { $0.lowercased() == name })
      } else {
        given[name] = value
      }
    }
    return misspelt
  }

  private mutating func readFiles(of text: BlockFile, reporting log: inout DiagnosticLog) {
    for field in text.fields where field.block > 0 {
      let (key, value) = (text.name(of: field), text.value(of: field))
      if ["name", "source"].contains(key.text.lowercased()) {
        files.append(DeclaredFile(value))
      } else if files.isEmpty {
        log.report(.unknownKeyword(key, nearestSpelling(to: key.text, among: ["Name", "Source"])))
      } else {
        files[files.count - 1].take(key, value, reporting: &log)
      }
    }
  }

  private func checkVersions(reporting log: inout DiagnosticLog) {
    for keyword in ["tosca-meta-file-version", "csar-version"] {
      guard let version = given[keyword], !["1.0", "1.1"].contains(version.text) else { continue }
      log.report(
        .unknownVersion(version, keyword == "csar-version" ? "CSAR-Version" : "TOSCA-Meta-File-Version"))
    }
  }

  /// The names in a list that blanks part, or commas; a name in quotes may have blanks.
  private func names(in list: Word) -> [Word] {
    var names: [String] = []
    var isQuoted = false
    var current = ""
    for character in list.text + " " {
      if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted || !", ".contains(character) {
        current.append(character)
      } else if !current.isEmpty {
        names.append(current)
        current = ""
      }
    }
    return names.prefix(100).map { Word(text: $0, range: list.range) }
  }
}

extension Diagnostic {
  fileprivate static func malformedLine(_ line: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "package-line",
      "a line of TOSCA.meta has the form 'Name: value', or is the rest of the line before",
      at: line)
  }

  fileprivate static func missingKeyword(_ keyword: String, _ file: SourceFile.ID) -> Diagnostic {
    Diagnostic(
      .error, "package-missing-keyword", "'\(keyword)' is missing in the first block of TOSCA.meta",
      at: SourceRange(startOf: file))
  }

  fileprivate static func emptyKeyword(_ key: BlockFile.Word) -> Diagnostic {
    Diagnostic(.error, "package-missing-keyword", "'\(key.text)' has no value", at: key.range)
  }

  fileprivate static func misspeltKeyword(_ key: BlockFile.Word, _ near: String?) -> Diagnostic {
    Diagnostic(
      .error, "package-unknown-keyword", "'\(key.text)' is not a keyword of TOSCA.meta", at: key.range,
      suggestion: near)
  }

  fileprivate static func unknownKeyword(_ key: BlockFile.Word, _ near: String?) -> Diagnostic {
    Diagnostic(
      .warning, "package-unknown-keyword", "'\(key.text)' is not a keyword of this block of TOSCA.meta",
      at: key.range, suggestion: near)
  }

  fileprivate static func keywordTwice(_ key: BlockFile.Word, _ earlier: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "package-duplicate-keyword", "'\(key.text)' is given a second time; the first one is used",
      at: key.range, notes: [Note("the first one", at: earlier)])
  }

  fileprivate static func unknownVersion(_ version: BlockFile.Word, _ keyword: String) -> Diagnostic {
    Diagnostic(
      .warning, "package-version",
      "'\(version.text)' is not a '\(keyword)' that is known here ('1.0', '1.1'); it is read as '1.1'",
      at: version.range)
  }
}
