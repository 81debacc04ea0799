import OpenStack

/// The arithmetic of cluster sizes (Senlin, `scaleutils`).
enum Sizes {
  /// More nodes than this no cluster has.
  static let limit = 1000

  /// The size that an adjustment of the current size leads to.
  static func desired(_ adjustment: Resize.Adjustment, _ number: Double, minStep: Int?, current: Int) -> Int {
    switch adjustment {
    case .exactCapacity: return Int(number)
    case .changeInCapacity: return current + Int(number)
    case .changeInPercentage:
      let exact = number * Double(current) / 100
      var change = abs(exact) < 1 ? (exact > 0 ? 1 : -1) : Int(exact)
      if let minStep, abs(change) < minStep { change = change < 0 ? -minStep : minStep }
      return current + change
    }
  }

  /// The size cut to the bounds given, else to the cluster's.
  static func truncated(_ desired: Int, minSize: Int?, maxSize: Int?, of cluster: ClusterRow) -> Int {
    let most = maxSize ?? cluster.maxSize
    return max(most >= 0 ? min(desired, most) : desired, minSize ?? cluster.minSize)
  }

  /// What is wrong with a size and bounds; nil where nothing is.
  static func violation(
    desired: Int?, minSize: Int? = nil, maxSize: Int? = nil, isStrict: Bool = true, of cluster: ClusterRow
  ) -> String? {
    if let desired {
      if let reason = violation(desired, minSize, maxSize, isStrict, of: cluster) { return reason }
    }
    if let minSize {
      if let maxSize, maxSize >= 0, minSize > maxSize {
        return "The specified min_size (\(minSize)) is greater than the specified max_size (\(maxSize))."
      }
      if maxSize == nil, cluster.maxSize >= 0, minSize > cluster.maxSize {
        return
          "The specified min_size (\(minSize)) is greater than the current max_size (\(cluster.maxSize)) of the cluster."
      }
      if desired == nil, isStrict, minSize > cluster.desiredCapacity {
        return
          "The specified min_size (\(minSize)) is greater than the current desired_capacity (\(cluster.desiredCapacity)) of the cluster."
      }
    }
    guard let maxSize else { return nil }
    if maxSize > limit {
      return
        "The specified max_size (\(maxSize)) is greater than the maximum number of nodes allowed per cluster (\(limit))."
    }
    if maxSize >= 0, minSize == nil, maxSize < cluster.minSize {
      return
        "The specified max_size (\(maxSize)) is less than the current min_size (\(cluster.minSize)) of the cluster."
    }
    if maxSize >= 0, desired == nil, isStrict, maxSize < cluster.desiredCapacity {
      return
        "The specified max_size (\(maxSize)) is less than the current desired_capacity (\(cluster.desiredCapacity)) of the cluster."
    }
    return nil
  }

  private static func violation(
    _ desired: Int, _ minSize: Int?, _ maxSize: Int?, _ isStrict: Bool, of cluster: ClusterRow
  ) -> String? {
    let target = "The target capacity (\(desired)) is"
    if desired > limit {
      return "\(target) greater than the maximum number of nodes allowed per cluster (\(limit))."
    }
    if let minSize {
      if desired < minSize { return "\(target) less than the specified min_size (\(minSize))." }
    } else if isStrict, desired < cluster.minSize {
      return "\(target) less than the cluster's min_size (\(cluster.minSize))."
    }
    if let maxSize {
      if maxSize >= 0, desired > maxSize {
        return "\(target) greater than the specified max_size (\(maxSize))."
      }
    } else if isStrict, cluster.maxSize >= 0, desired > cluster.maxSize {
      return "\(target) greater than the cluster's max_size (\(cluster.maxSize))."
    }
    return nil
  }
}

extension ClusterRow {
  /// The most nodes the cluster may have.
  var upperBound: Int { maxSize < 0 ? Sizes.limit : min(maxSize, Sizes.limit) }

  func room(above current: Int) -> Int { upperBound - current }
}
