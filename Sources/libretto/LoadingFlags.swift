import ArgumentParser
import Deployment
import Loading
import OpenStack
import TOSCA

/// What a template may import.
struct LoadingFlags: ParsableArguments {
  @Flag(help: "Let imports leave the folder of the template.")
  var allowOutside = false

  @Flag(help: "Fetch imports that are http or https URLs.")
  var allowNetwork = false

  var bounds: LoadingBounds {
    LoadingBounds(mayLeaveFolder: allowOutside, fetch: allowNetwork ? Self.fetch(over: CurlTransport()) : nil)
  }

  private static func fetch(over transport: CurlTransport) -> LoadingBounds.Fetch {
    { url in
      do throws(TransportError) {
        return .success(try transport.download(url))
      } catch {
        return .failure(LoadingError("'\(url)' cannot be read: \(error.message)"))
      }
    }
  }
}
