import TOSCA

/// The most bytes that the directory of an archive may have: some 300 for each entry.
private let longestDirectory: UInt64 = 32 << 20

/// Refuses an archive whose end announces more entries than a package may have.
///
/// libzip makes room for as many as are announced, so a few bytes could ask it for gigabytes; what it reads is left to
/// it, but not how much (APPNOTE.TXT, 4.3.14 to 4.3.16).
func checkEnd(of file: borrowing LocalFile) throws(ArchiveError) {
  // The end record has 22 bytes and a comment of up to 65535 bytes; the locator of a 64-bit one stands before it.
  let size = file.size
  let tail = try bytes(of: file, at: max(0, size - 65_600), count: min(size, 65_600))
  for start in tail.indices where tail[start...].starts(with: [0x50, 0x4B]) {
    let record = tail[start...]
    if record.starts(with: [0x50, 0x4B, 5, 6]), record.count >= 22 {
      try check(count: number(record, at: 10, 2), directory: number(record, at: 12, 4), isWide: false)
    } else if record.starts(with: [0x50, 0x4B, 6, 7]), record.count >= 20 {
      let offset = number(record, at: 8, 8)
      guard offset < UInt64(size) else { continue }
      let wide = try bytes(of: file, at: Int(offset), count: 56)[...]
      guard wide.count == 56, wide.starts(with: [0x50, 0x4B, 6, 6]) else { continue }
      try check(count: number(wide, at: 24, 8), directory: number(wide, at: 40, 8), isWide: true)
      try check(count: number(wide, at: 32, 8), directory: number(wide, at: 40, 8), isWide: true)
    }
  }
}

private func bytes(of file: borrowing LocalFile, at offset: Int, count: Int) throws(ArchiveError) -> [UInt8] {
  do throws(LoadingError) {
    return try file.bytes(at: offset, count: count)
  } catch {
    throw .unavailable(error)
  }
}

private func check(count: UInt64, directory: UInt64, isWide: Bool) throws(ArchiveError) {
  let maximum = ZipArchive.maximumFiles
  guard count <= UInt64(maximum) else {
    throw .damaged("the archive has \(count) entries; a package may have \(maximum)")
  }
  let isElsewhere = !isWide && directory == UInt64(UInt32.max)
  guard directory <= longestDirectory || isElsewhere else {
    throw .damaged(
      "the archive's directory has over \(longestDirectory >> 20) MB, more than any package needs")
  }
}

/// A little-endian number of a record.
private func number(_ record: ArraySlice<UInt8>, at offset: Int, _ width: Int) -> UInt64 {
  let start = record.startIndex + offset
  return record[start..<(start + width)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
}
