import CCurl
import Glibc
import OpenStack

/// One libcurl handle with the connections it keeps, opened by the first transfer.
///
/// The functions of libcurl and the handle lie at one address each until the end.
@safe struct CurlSession: ~Copyable {
  /// How much of an answer is read; a longer one is refused.
  static let longestAnswer = 64 << 20

  fileprivate static let connectSeconds = 10
  fileprivate static let idleSeconds = 60
  private static let downloadSeconds = 120
  private static let longestRedirection = 5

  private let curl: UnsafeMutablePointer<libcurl>
  private var handle: UnsafeMutableRawPointer?

  init() {
    unsafe curl = .allocate(capacity: 1)
  }

  deinit {
    if let handle = unsafe handle { unsafe libcurl_close(curl, handle) }
    unsafe curl.deallocate()
  }

  /// Carries one request; blocks its thread until the answer is whole.
  ///
  /// Redirects are followed only to `http` and `https`, and only a few of them.
  mutating func perform(
    _ request: HTTPRequest, followingRedirects: Bool = false
  ) throws(TransportError) -> HTTPResponse {
    let handle = try unsafe openedHandle()
    defer { unsafe libcurl_reset(curl, handle) }
    let reception = Reception()
    unsafe setOptions(of: handle, for: request)
    if followingRedirects {
      unsafe libcurl_set_long(curl, handle, CURLOPT_FOLLOWLOCATION, 1)
      unsafe libcurl_set_long(curl, handle, CURLOPT_MAXREDIRS, Self.longestRedirection)
      unsafe libcurl_set_pointer(curl, handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
      unsafe libcurl_set_long(curl, handle, CURLOPT_TIMEOUT, Self.downloadSeconds)
    }
    var headers = unsafe UnsafeMutablePointer<curl_slist>?.none
    for line in request.headers.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
      unsafe headers = libcurl_append(curl, headers, line)
    }
    defer { unsafe libcurl_free_list(curl, headers) }
    unsafe libcurl_set_pointer(curl, handle, CURLOPT_HTTPHEADER, headers)

    // libcurl keeps copies of the strings and of the body, but only pointers to what receives the answer.
    let code = withExtendedLifetime(reception) {
      let context = unsafe Unmanaged.passUnretained(reception).toOpaque()
      unsafe libcurl_set_pointer(curl, handle, CURLOPT_WRITEDATA, context)
      unsafe libcurl_set_pointer(curl, handle, CURLOPT_HEADERDATA, context)
      return unsafe libcurl_perform(curl, handle)
    }
    guard code == CURLE_OK else {
      throw unsafe trouble(code, handle, with: request, isTooLong: reception.isTooLong)
    }
    let status = Int(unsafe libcurl_get_long(curl, handle, CURLINFO_RESPONSE_CODE))
    return HTTPResponse(status: status, headers: reception.headers, body: reception.body)
  }
}

extension CurlSession {
  private mutating func openedHandle() throws(TransportError) -> UnsafeMutableRawPointer {
    if let handle = unsafe handle { return unsafe handle }
    guard unsafe libcurl_load(curl) else {
      throw TransportError("the library libcurl.so.4 is not there; install the package libcurl4")
    }
    guard let opened = unsafe libcurl_open(curl) else {
      throw TransportError("libcurl could not be started")
    }
    unsafe handle = opened
    return unsafe opened
  }

  private func setOptions(of handle: UnsafeMutableRawPointer, for request: HTTPRequest) {
    unsafe libcurl_set_pointer(curl, handle, CURLOPT_URL, request.url)
    unsafe libcurl_set_pointer(curl, handle, CURLOPT_PROTOCOLS_STR, "http,https")
    unsafe libcurl_set_long(curl, handle, CURLOPT_NOSIGNAL, 1)
    unsafe libcurl_set_long(curl, handle, CURLOPT_CONNECTTIMEOUT, CurlSession.connectSeconds)
    // An answer that does not move for this long is given up; a long one that moves is not.
    unsafe libcurl_set_long(curl, handle, CURLOPT_LOW_SPEED_LIMIT, 1)
    unsafe libcurl_set_long(curl, handle, CURLOPT_LOW_SPEED_TIME, CurlSession.idleSeconds)
    if URLText(request.url).isLoopback {
      unsafe libcurl_set_pointer(curl, handle, CURLOPT_PROXY, "")
    }
    if !request.body.isEmpty || [.post, .put, .patch].contains(request.method) {
      unsafe libcurl_set_size(curl, handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
      if request.body.isEmpty {
        unsafe libcurl_set_pointer(curl, handle, CURLOPT_COPYPOSTFIELDS, "")
      } else {
        unsafe libcurl_set_pointer(curl, handle, CURLOPT_COPYPOSTFIELDS, request.body)
      }
    }
    if request.method == .head {
      unsafe libcurl_set_long(curl, handle, CURLOPT_NOBODY, 1)
    } else {
      unsafe libcurl_set_pointer(curl, handle, CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    }
    unsafe libcurl_set_sink(curl, handle, CURLOPT_WRITEFUNCTION) { bytes, _, count, context in
      unsafe Reception.at(context).appendToBody(UnsafeRawBufferPointer(start: bytes, count: count))
    }
    unsafe libcurl_set_sink(curl, handle, CURLOPT_HEADERFUNCTION) { bytes, _, count, context in
      unsafe Reception.at(context).appendHeader(UnsafeRawBufferPointer(start: bytes, count: count))
    }
  }

  private func trouble(
    _ code: CURLcode, _ handle: UnsafeMutableRawPointer, with request: HTTPRequest, isTooLong: Bool
  ) -> TransportError {
    let url = URLText(request.url)
    let number = Int32(truncatingIfNeeded: unsafe libcurl_get_long(curl, handle, CURLINFO_OS_ERRNO))
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST:
      return TransportError("could not find the host of \(url.origin)")
    case CURLE_COULDNT_CONNECT where number != 0:
      let words = unsafe String(cString: strerror(number)).lowercased()
      return TransportError("could not connect to \(url.origin): \(words)")
    case CURLE_OPERATION_TIMEDOUT where unsafe libcurl_get_long(curl, handle, CURLINFO_REQUEST_SIZE) == 0:
      return TransportError("could not connect to \(url.origin) within \(CurlSession.connectSeconds) s")
    case CURLE_TOO_MANY_REDIRECTS:
      return TransportError("\(url.withoutQuery) is redirected over \(CurlSession.longestRedirection) times")
    case CURLE_OPERATION_TIMEDOUT:
      return TransportError("no answer from \(url.withoutQuery) for \(CurlSession.idleSeconds) s")
    case CURLE_WRITE_ERROR where isTooLong:
      return TransportError(
        "the answer of \(url.withoutQuery) is longer than \(CurlSession.longestAnswer >> 20) MiB")
    default:
      let words = unsafe String(cString: libcurl_error(curl, code)).lowercased()
      return TransportError("no answer from \(url.withoutQuery): \(words)")
    }
  }
}

/// What has come of an answer so far.
private final class Reception {
  private(set) var headers: [(name: String, value: String)] = []
  private(set) var body: [UInt8] = []
  private(set) var isTooLong = false

  static func at(_ context: UnsafeMutableRawPointer?) -> Reception {
    guard let context = unsafe context else { preconditionFailure("libcurl hands back what it was given") }
    return unsafe Unmanaged<Reception>.fromOpaque(context).takeUnretainedValue()
  }

  /// Takes bytes of the body; another count than theirs ends the transfer.
  func appendToBody(_ bytes: UnsafeRawBufferPointer) -> Int {
    guard body.count + bytes.count <= CurlSession.longestAnswer else {
      isTooLong = true
      return 0
    }
    unsafe body.append(contentsOf: bytes)
    return bytes.count
  }

  /// Takes one line of the head; a status line begins it anew, as after `100 Continue`.
  func appendHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
    let line = unsafe String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      headers = []
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
      headers.append((String(line[..<colon]), String(value.reversed().drop { $0.isWhitespace }.reversed())))
    }
    return bytes.count
  }
}
