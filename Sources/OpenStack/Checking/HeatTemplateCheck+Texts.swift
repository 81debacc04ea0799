import TextForms

/// The forms that Heat asks of texts by name; the objects of a cloud are not looked up.
extension HeatTemplateCheck {
  /// What the text should be, in words, when it is not; nil when it is or when that cannot be known here.
  func trouble(_ text: String, form: String) -> String? {
    switch form {
    case "ip_addr": IPAddress(text) == nil ? "an IP address" : nil
    case "net_cidr": isBlock(text) ? nil : "a block of addresses such as 10.0.0.0/24"
    case "ip_or_cidr":
      (text.contains("/") ? isBlock(text) : IPAddress(text) != nil)
        ? nil : "an IP address or a block such as 10.0.0.0/24"
    case "mac_addr": isHardwareAddress(text) ? nil : "a MAC address"
    case "dns_name": isDomainName(text) ? nil : "a domain name"
    case "rel_dns_name":
      text.isEmpty || !text.hasSuffix(".") && isDomainName(text)
        ? nil : "a domain name without a dot at its end"
    case "dns_domain":
      text.isEmpty || text.hasSuffix(".") && isDomainName(text) ? nil : "a domain name with a dot at its end"
    default: nil
    }
  }

  /// Whether a text is a block whose address has no bits behind its prefix.
  private func isBlock(_ text: String) -> Bool {
    guard let block = IPBlock(text) else { return false }
    return block.first.bits == block.bounds.lowerBound
  }

  /// Twelve hexadecimal digits: in pairs with colons or hyphens, in fours with dots, or without anything between.
  private func isHardwareAddress(_ text: String) -> Bool {
    for separator: Character in [":", "-"] where text.contains(separator) {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false)
      return parts.count == 6 && parts.allSatisfy { (1...2).contains($0.utf8.count) && isHexadecimal($0) }
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return text.utf8.count == 12 && isHexadecimal(text[...]) }
    return parts.count == 3 && parts.allSatisfy { $0.utf8.count == 4 && isHexadecimal($0) }
  }

  private func isHexadecimal(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (97...102).contains(byte | 0x20)
    }
  }

  /// Labels of small letters, digits and hyphens, 255 characters at the most (RFC 1123, 2.1, but for capitals).
  private func isDomainName(_ text: String) -> Bool {
    if text.isEmpty { return true }
    guard text.utf8.count <= 255 else { return false }
    let labels = (text.hasSuffix(".") ? text.dropLast() : text[...]).split(
      separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
        && label.utf8.allSatisfy { byte in
          byte == UInt8(ascii: "-") || (48...57).contains(byte) || (97...122).contains(byte)
        }
    }
  }
}
