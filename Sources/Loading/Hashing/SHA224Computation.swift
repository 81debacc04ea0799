import CZip

/// SHA-224, which swift-crypto does not have, by libcrypto.
///
/// The functions of libcrypto and the state of the hash lie at one address each until the end.
@safe final class SHA224Computation: DigestComputation {
  private let crypto: UnsafeMutablePointer<libcrypto>
  private let context: UnsafeMutableRawPointer

  /// Begins a hash; nil when there is no libcrypto.
  init?() {
    unsafe crypto = .allocate(capacity: 1)
    guard unsafe libcrypto_load(crypto), let begun = unsafe libcrypto_begin(crypto) else {
      unsafe crypto.deallocate()
      return nil
    }
    unsafe context = begun
  }

  deinit {
    unsafe libcrypto_free(crypto, context)
    unsafe crypto.deallocate()
  }

  func update(_ bytes: ArraySlice<UInt8>) {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe libcrypto_update(crypto, context, start, buffer.count)
    }
  }

  func finish() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 28)
    unsafe bytes.withUnsafeMutableBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe libcrypto_finish(crypto, context, start.assumingMemoryBound(to: UInt8.self))
    }
    return bytes
  }
}
