import Crypto

/// The hash algorithms that a package may name (ETSI GS NFV-SOL 004, 5.3; Tacker takes SHA-384 too).
enum DigestAlgorithm: String, CaseIterable {
  case sha224 = "SHA-224"
  case sha256 = "SHA-256"
  case sha384 = "SHA-384"
  case sha512 = "SHA-512"

  /// Reads a name in any spelling that is about: `SHA-256`, `sha256`, `SHA_256`.
  init?(spelling: String) {
    let letters = spelling.lowercased().filter { !"-_ ".contains($0) }
    guard
      let known = Self.allCases.first(where: { $0.rawValue.lowercased().replacing("-", with: "") == letters })
    else { return nil }
    self = known
  }

  /// How many hexadecimal digits a hash has.
  var digits: Int {
    switch self {
    case .sha224: 56
    case .sha256: 64
    case .sha384: 96
    case .sha512: 128
    }
  }

  /// Begins a hash; nil when the library for it is not there.
  func begin() -> (any DigestComputation)? {
    switch self {
    case .sha224: SHA224Computation()
    case .sha256: CryptoComputation(SHA256())
    case .sha384: CryptoComputation(SHA384())
    case .sha512: CryptoComputation(SHA512())
    }
  }
}

/// A hash that is being computed.
protocol DigestComputation {
  mutating func update(_ bytes: ArraySlice<UInt8>)
  /// The hash; nothing more may be added then.
  mutating func finish() -> [UInt8]
}

/// A hash function of swift-crypto.
private struct CryptoComputation<Function: HashFunction>: DigestComputation {
  private var function: Function

  init(_ function: Function) {
    self.function = function
  }

  mutating func update(_ bytes: ArraySlice<UInt8>) {
    function.update(data: bytes)
  }

  mutating func finish() -> [UInt8] {
    Array(function.finalize())
  }
}

/// Bytes as hexadecimal digits.
func hexadecimal(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
