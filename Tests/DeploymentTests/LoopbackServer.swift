import Foundation
import Glibc

/// A server of the test's own that gives an answer for each path, one request after the other.
final class LoopbackServer: Sendable {
  private let descriptor: Int32
  let port: UInt16

  /// Starts a server; the answers are whole, status line and all, and `PORT` in them stands for its port.
  init(_ answers: [String: String]) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = descriptor
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 5) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRNOTAVAIL) }
    port = UInt16(bigEndian: address.sin_port)
    let shown = String(port)
    Thread.detachNewThread {
      while true {
        let client = accept(socket, nil, nil)
        guard client >= 0 else { return }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = max(0, recv(client, &bytes, bytes.count, 0))
        let path =
          String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ").dropFirst().first ?? ""
        let answer = Array(
          (answers[String(path)] ?? "HTTP/1.1 404 Not Found\r\n\r\n").replacing("PORT", with: shown).utf8)
        send(client, answer, answer.count, Int32(MSG_NOSIGNAL))
        close(client)
      }
    }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  var address: String { "http://127.0.0.1:\(port)" }
}
