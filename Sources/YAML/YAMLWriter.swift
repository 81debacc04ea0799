import CYAML

/// Writes YAML documents through libyaml's emitter, so that they read back as the same values.
///
/// Block style with an indent of two and no folding of lines. A string that a reader would take for another type is
/// quoted; a text of several lines becomes a block scalar where it can. Calls must be balanced as the document's
/// values are.
@safe package struct YAMLWriter: ~Copyable {
  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private let output: UnsafeMutablePointer<[UInt8]>

  package init() {
    unsafe emitter = .allocate(capacity: 1)
    unsafe emitter.initialize(to: yaml_emitter_t())
    unsafe output = .allocate(capacity: 1)
    unsafe output.initialize(to: [])
    precondition(unsafe yaml_emitter_initialize(emitter) == 1, "libyaml fails here only for want of memory")
    unsafe yaml_emitter_set_unicode(emitter, 1)
    unsafe yaml_emitter_set_indent(emitter, 2)
    unsafe yaml_emitter_set_width(emitter, -1)
    unsafe yaml_emitter_set_output(
      emitter,
      { data, bytes, count in
        guard let data = unsafe data, let bytes = unsafe bytes else { return 0 }
        unsafe data.assumingMemoryBound(to: [UInt8].self).pointee
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 1
      }, output)
    unsafe emit { unsafe yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    unsafe emit { unsafe yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
  }

  deinit {
    unsafe yaml_emitter_delete(emitter)
    unsafe emitter.deinitialize(count: 1)
    unsafe emitter.deallocate()
    unsafe output.deinitialize(count: 1)
    unsafe output.deallocate()
  }

  package mutating func beginMap(isFlow: Bool = false) {
    let style = isFlow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE
    unsafe emit { unsafe yaml_mapping_start_event_initialize($0, nil, nil, 1, style) }
  }

  package mutating func endMap() {
    unsafe emit { unsafe yaml_mapping_end_event_initialize($0) }
  }

  package mutating func beginList(isFlow: Bool = false) {
    let style = isFlow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE
    unsafe emit { unsafe yaml_sequence_start_event_initialize($0, nil, nil, 1, style) }
  }

  package mutating func endList() {
    unsafe emit { unsafe yaml_sequence_end_event_initialize($0) }
  }

  /// Writes a string, quoted where it would read back as something else.
  package mutating func string(_ text: String) {
    let style =
      if text.utf8.contains(UInt8(ascii: "\n")) {
        YAML_LITERAL_SCALAR_STYLE
      } else if isReadAsString(text) {
        YAML_PLAIN_SCALAR_STYLE
      } else {
        YAML_SINGLE_QUOTED_SCALAR_STYLE
      }
    scalar(text, style)
  }

  package mutating func integer(_ number: Int) {
    scalar(String(number), YAML_PLAIN_SCALAR_STYLE)
  }

  package mutating func number(_ number: Double) {
    let text =
      if number.isNaN {
        ".nan"
      } else if number.isInfinite {
        number < 0 ? "-.inf" : ".inf"
      } else {
        "\(number)"
      }
    scalar(text, YAML_PLAIN_SCALAR_STYLE)
  }

  package mutating func bool(_ flag: Bool) {
    scalar(flag ? "true" : "false", YAML_PLAIN_SCALAR_STYLE)
  }

  package mutating func null() {
    scalar("null", YAML_PLAIN_SCALAR_STYLE)
  }

  /// Ends the document and returns its bytes, with a line end at the end.
  package consuming func finish() -> [UInt8] {
    unsafe emit { unsafe yaml_document_end_event_initialize($0, 1) }
    unsafe emit { unsafe yaml_stream_end_event_initialize($0) }
    precondition(unsafe yaml_emitter_flush(emitter) == 1, "libyaml could not end its document")
    return unsafe output.pointee
  }

  private func scalar(_ text: String, _ style: yaml_scalar_style_t) {
    // libyaml wants an address even for no bytes, hence the blank that is not counted.
    var bytes = text.isEmpty ? " " : text
    let count = Int32(text.utf8.count)
    bytes.withUTF8 { buffer in
      unsafe emit {
        unsafe yaml_scalar_event_initialize($0, nil, nil, buffer.baseAddress, count, 1, 1, style)
      }
    }
  }

  private func emit(_ initialize: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
    var event = unsafe yaml_event_t()
    precondition(unsafe initialize(&event) == 1, "libyaml fails here only for want of memory")
    let isEmitted = unsafe yaml_emitter_emit(emitter, &event) == 1
    precondition(isEmitted, "the calls on a YAML writer are balanced")
  }
}

/// Whether a plain scalar of this text is a string to every reader: YAML 1.1 (PyYAML) and YAML 1.2 ones.
private func isReadAsString(_ text: String) -> Bool {
  guard case .string = YAMLScalar(plain: text), let first = text.utf8.first else { return false }
  switch first {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
    // Dates, numbers in base 60 and what else a reader may take for a number.
    return text.utf8.contains { byte in
      !((48...57).contains(byte) || "+-.:_eExXoOTtzZ ".utf8.contains(byte))
    }
  default:
    return text.utf8.count > 2 || !["=", "<<", "y", "Y", "n", "N"].contains(text)
  }
}
