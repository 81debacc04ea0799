/// Why an archive cannot be read, as a finding says it.
struct ArchiveError: Error {
  let message: String
}
