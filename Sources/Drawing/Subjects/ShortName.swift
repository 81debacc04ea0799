extension String {
  /// The name of a type without the namespaces in front: `VDU.Tacker` of `tosca.nodes.nfv.VDU.Tacker`.
  var withoutNamespace: String {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    guard let start = parts.firstIndex(where: { $0.first.map { !$0.isLowercase } ?? true }) else {
      return self
    }
    return parts[start...].joined(separator: ".")
  }
}
