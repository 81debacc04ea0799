extension ProfileType {
  /// Every profile type that nodes can be made of.
  static let all: [ProfileType] = [
    .server,
    .stack,
  ]
}
