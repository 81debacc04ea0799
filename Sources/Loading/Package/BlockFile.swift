import Diagnostics

/// A text of `Name: value` lines in blocks that blank lines part, as TOSCA.meta and manifests are written
/// (TOSCA Simple Profile 1.3, 6.2; ETSI GS NFV-SOL 004, 4.3).
///
/// It is kept as places in its bytes, so that a file of any kind costs no more than its size and a little.
struct BlockFile {
  /// A `Name: value` line.
  struct Field {
    let line: Int32
    /// Which block it is in, counted from 0.
    let block: Int32
    /// Whether it stands further right than the first column.
    let isIndented: Bool
    fileprivate let name: Range<Int32>
    fileprivate let value: Range<Int32>
  }

  /// A text of the file and its place.
  struct Word: Hashable {
    let text: String
    let range: SourceRange
  }

  /// What a line that begins with a space is.
  enum Indentation {
    /// The rest of the value before it, as in TOSCA.meta.
    case continuation
    /// A field that belongs to the one before it, as in a manifest.
    case nesting
  }

  /// The most bytes that such a file may have.
  static let maximumSize = 16 << 20

  /// The fields in their order.
  private(set) var fields: [Field] = []
  /// The lines that are none of this form.
  private(set) var malformed: [SourceRange] = []
  /// Where signatures begin (`-----BEGIN CMS-----`).
  private(set) var signatures: [SourceRange] = []

  private let file: SourceFile.ID
  private let bytes: [UInt8]
  /// The most fields that are kept; no package has files for as many.
  private static let maximumFields = 400_000
  /// The most malformed lines that are kept; the file is none of this form then.
  private static let maximumMalformed = 20

  init(_ source: SourceFile, _ file: SourceFile.ID, indentation: Indentation) {
    self.file = file
    bytes = source.bytes
    read(indentation)
  }

  func name(of field: Field) -> Word {
    word(field.name, line: field.line)
  }

  /// The value with continuation lines joined and without quotes around it.
  func value(of field: Field) -> Word {
    word(field.value, line: field.line)
  }
}

extension BlockFile {
  private mutating func read(_ indentation: Indentation) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var start = bytes.starts(with: mark) ? mark.count : 0
    var (line, block): (Int32, Int32) = (0, 0)
    var isInBlock = false
    var isInSignature = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      defer { start = end + 1 }
      line += 1
      let content = trimmed(start..<end)
      let isIndented = content.lowerBound > start
      if isInSignature || bytes[content].starts(with: "-----BEGIN ".utf8) {
        if !isInSignature { signatures.append(range(content, line: line)) }
        isInSignature = !bytes[content].starts(with: "-----END ".utf8)
      } else if content.isEmpty {
        if isInBlock { block += 1 }
        isInBlock = false
      } else if bytes[content.lowerBound] == UInt8(ascii: "#") {
        continue
      } else if isIndented, indentation == .continuation, isInBlock, let last = fields.indices.last {
        fields[last] = fields[last].continued(to: content.upperBound)
      } else if let field = field(content, line, block, isIndented) {
        guard fields.count < Self.maximumFields else { return }
        fields.append(field)
        isInBlock = true
      } else if malformed.count < Self.maximumMalformed {
        malformed.append(range(content, line: line))
      }
    }
  }

  /// A line without the spaces at its ends.
  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    let start = bytes[line].firstIndex { !isSpace($0) } ?? line.upperBound
    let end = bytes[start..<line.upperBound].lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return start..<end
  }

  private func field(_ line: Range<Int>, _ number: Int32, _ block: Int32, _ isIndented: Bool) -> Field? {
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = trimmed(line.lowerBound..<colon)
    guard !name.isEmpty, !bytes[name].contains(0x20) else { return nil }
    let value = trimmed((colon + 1)..<line.upperBound)
    return Field(
      line: number, block: block, isIndented: isIndented,
      name: Int32(name.lowerBound)..<Int32(name.upperBound),
      value: Int32(value.lowerBound)..<Int32(value.upperBound))
  }

  private func word(_ place: Range<Int32>, line: Int32) -> Word {
    let place = Int(place.lowerBound)..<Int(place.upperBound)
    var text = String(decoding: bytes[place], as: UTF8.self)
    if text.utf8.contains(UInt8(ascii: "\n")) {
      text = text.replacing("\r\n", with: "\n").replacing("\n ", with: "")
    }
    let first = bytes[place].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? place.upperBound
    let quote = text.first == "'" ? "'" : "\""
    if text.utf8.count > 1, text.hasPrefix(quote), text.hasSuffix(quote) {
      text = String(text.dropFirst().dropLast())
    }
    return Word(text: text, range: range(place.lowerBound..<first, line: line))
  }

  /// The place of bytes that lie in one line.
  private func range(_ place: Range<Int>, line: Int32) -> SourceRange {
    let lineStart = bytes[..<place.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let before = String(decoding: bytes[lineStart..<place.lowerBound], as: UTF8.self)
    let column = before.unicodeScalars.count { $0 != "\u{FEFF}" } + 1
    let width = String(decoding: bytes[place], as: UTF8.self).unicodeScalars.count
    return SourceRange(
      file: file, start: SourceLocation(line: Int(line), column: column),
      end: SourceLocation(line: Int(line), column: column + width))
  }
}

extension BlockFile.Field {
  /// The field with a value that goes on to a later line.
  fileprivate func continued(to end: Int) -> Self {
    Self(
      line: line, block: block, isIndented: isIndented, name: name,
      value: min(value.lowerBound, Int32(end))..<Int32(end))
  }
}
