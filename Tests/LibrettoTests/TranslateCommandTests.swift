import Foundation
import Testing

@Suite struct TranslateCommandTests {
  @Test func `a template with errors is translated as far as it goes where that is wanted`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "translated-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let arguments = ["translate", Workplace.sample("broken-vnfd"), "-o", folder]

    #expect(try Workplace.run(arguments).status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder))

    let outcome = try Workplace.run(arguments + ["--keep-going"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("error:"))
    #expect(FileManager.default.fileExists(atPath: "\(folder)/stack.yaml"))
  }
}
