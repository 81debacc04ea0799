/// A moment as YAML writes it (TOSCA Simple Profile 1.3, 3.2.1; the YAML 1.1 type `timestamp`).
struct Timestamp: Comparable {
  /// Since the start of 1970 in UTC; a text without a zone is taken as UTC.
  let seconds: Int
  let fraction: Double

  /// Reads `2016-04-08`, or a date and a time such as `2016-04-08T21:59:43.10-06:00` or `2016-4-8 21:59:43 Z`.
  ///
  /// - Returns: nil when the text has another form, or when there is no such day or time.
  init?(_ text: String) {
    var rest = Substring(text).utf8
    guard let year = Self.digits(&rest, 4...4), Self.skip("-", &rest),
      let month = Self.digits(&rest, 1...2), Self.skip("-", &rest), let day = Self.digits(&rest, 1...2),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    let midnight = Self.daysSince1970(year, month, day) * 86400
    guard !rest.isEmpty else {
      (seconds, fraction) = (midnight, 0)
      return
    }
    guard Self.skipBlanks(&rest) || Self.skip("T", &rest) || Self.skip("t", &rest),
      let hour = Self.digits(&rest, 1...2), Self.skip(":", &rest), let minute = Self.digits(&rest, 2...2),
      Self.skip(":", &rest), let second = Self.digits(&rest, 2...2), hour < 24, minute < 60, second <= 60
    else { return nil }
    var fraction = 0.0
    if Self.skip(".", &rest) {
      let digits = rest.prefix { (48...57).contains($0) }
      rest = rest.dropFirst(digits.count)
      fraction = digits.isEmpty ? 0 : Double("0." + String(Substring(digits.prefix(18)))) ?? 0
    }
    _ = Self.skipBlanks(&rest)
    guard let offset = Self.zone(&rest), rest.isEmpty else { return nil }
    seconds = midnight + hour * 3600 + minute * 60 + second - offset
    self.fraction = fraction
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.seconds, left.fraction) < (right.seconds, right.fraction)
  }

  /// How many seconds the zone is ahead of UTC.
  private static func zone(_ text: inout Substring.UTF8View) -> Int? {
    if text.isEmpty || skip("Z", &text) || skip("z", &text) { return 0 }
    let isWest = skip("-", &text)
    guard isWest || skip("+", &text), let hours = digits(&text, 1...2), hours < 24 else { return nil }
    var minutes = 0
    if !text.isEmpty {
      _ = skip(":", &text)
      guard let read = digits(&text, 2...2), read < 60 else { return nil }
      minutes = read
    }
    return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
  }

  private static func digits(_ text: inout Substring.UTF8View, _ count: ClosedRange<Int>) -> Int? {
    let digits = text.prefix(count.upperBound).prefix { (48...57).contains($0) }
    guard count.contains(digits.count) else { return nil }
    text = text.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private static func skip(_ character: Unicode.Scalar, _ text: inout Substring.UTF8View) -> Bool {
    guard text.first == UInt8(ascii: character) else { return false }
    text = text.dropFirst()
    return true
  }

  private static func skipBlanks(_ text: inout Substring.UTF8View) -> Bool {
    let rest = text.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    defer { text = rest }
    return rest.count < text.count
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// In the calendar of ISO 8601; the year is counted from March, so that a leap day is its last.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let century = year >= 0 ? year / 400 : -1
    let yearOfCentury = year - century * 400
    let dayOfYear = (153 * month + 2) / 5 + day - 1
    return century * 146_097 + yearOfCentury * 365 + yearOfCentury / 4 - yearOfCentury / 100 + dayOfYear
      - 719_468
  }
}
