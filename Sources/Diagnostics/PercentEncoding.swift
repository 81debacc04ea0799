/// A text as one segment of a URL's path, or as a part of its query: all but the unreserved characters are encoded.
///
/// RFC 3986, 2.1 and 2.3.
package func percentEncoded(_ text: some StringProtocol) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let bytes = text.utf8.flatMap { byte -> [UInt8] in
    switch UnicodeScalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": [byte]
    default: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
