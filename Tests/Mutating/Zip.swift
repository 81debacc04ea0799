package import Foundation

/// An archive of stored entries, made byte by byte so that it can also be wrong (APPNOTE.TXT, 4.3).
package struct Zip {
  /// One file of the archive.
  package struct Entry {
    package var name: String
    package var text: String
    /// The Unix mode, where the entry is made on Unix.
    package var mode: UInt32 = 0o100644
    /// What the directory says of the size; nil is the truth.
    package var announcedSize: UInt32?
    package var packedSize: UInt32?
    /// Bit 0 says that the entry is encrypted.
    package var flags: UInt16 = 1 << 11
    package var method: UInt16 = 0
    package var checksum: UInt32?

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  package var entries: [Entry]
  package var comment = ""
  /// What the end says of the count; nil is the truth.
  package var announcedCount: UInt16?

  /// Makes an archive of files by their names.
  package init(_ files: KeyValuePairs<String, String>) {
    entries = files.map { Entry(name: $0.key, text: $0.value) }
  }

  /// The archive as a file has it.
  package var data: Data {
    var (files, directory) = (Data(), Data())
    for entry in entries {
      let offset = UInt32(files.count)
      let sizes = number(entry.packedSize ?? UInt32(entry.text.utf8.count)) + number(entry.size)
      let common =
        number(entry.flags) + number(entry.method) + number(UInt32(0x5B75_0000)) + number(entry.sum) + sizes
        + number(UInt16(entry.name.utf8.count)) + number(UInt16(0))
      files += Data("PK\u{3}\u{4}".utf8) + number(UInt16(20)) + common + Data(entry.name.utf8)
      files += Data(entry.text.utf8)
      directory += Data("PK\u{1}\u{2}".utf8) + number(UInt16(0x0314)) + number(UInt16(20)) + common
      directory += number(UInt16(0)) + number(UInt16(0)) + number(UInt16(0)) + number(entry.mode << 16)
      directory += number(offset) + Data(entry.name.utf8)
    }
    let count = number(announcedCount ?? UInt16(entries.count))
    let end =
      number(UInt32(directory.count)) + number(UInt32(files.count)) + number(UInt16(comment.utf8.count))
    return files + directory + Data("PK\u{5}\u{6}".utf8) + number(UInt32(0)) + count + count + end
      + Data(comment.utf8)
  }
}

extension Zip.Entry {
  fileprivate var size: UInt32 { announcedSize ?? UInt32(text.utf8.count) }

  /// The CRC-32 of the text.
  fileprivate var sum: UInt32 {
    if let checksum { return checksum }
    var sum = UInt32.max
    for byte in text.utf8 {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

/// A number as little-endian bytes.
private func number<Number: FixedWidthInteger>(_ value: Number) -> Data {
  withUnsafeBytes(of: value.littleEndian) { Data($0) }
}
