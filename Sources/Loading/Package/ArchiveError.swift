import TOSCA

/// Why an archive cannot be read.
enum ArchiveError: Error {
  /// The archive is at fault, as a finding says it.
  case damaged(String)
  /// Something else is: the disk, or a library that is not there.
  case unavailable(LoadingError)
}
