// swift-tools-version: 6.2
import PackageDescription

/// The settings of every Swift target.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
  name: "libretto",
  products: [.executable(name: "libretto", targets: ["libretto"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // No pkg-config for these: it would link them and the libraries below them into every start of the program.
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .target(name: "CDefinitions", exclude: ["definitions"]),
    .target(name: "CRules", exclude: ["pages"]),
    .target(name: "CSchemas", exclude: ["schemas"]),
    .target(name: "Diagnostics", dependencies: ["CRules"], swiftSettings: settings),
    .target(
      name: "YAML", dependencies: ["CYAML", "Diagnostics"], swiftSettings: settings + [.strictMemorySafety()]),
    .target(name: "CPattern"),
    .target(name: "TextForms", dependencies: ["CPattern"], swiftSettings: settings),
    .target(
      name: "TOSCA", dependencies: ["YAML", "Diagnostics", "CDefinitions", "TextForms"],
      swiftSettings: settings),
    .target(
      name: "Loading", dependencies: ["TOSCA", "YAML", "Diagnostics", "CZip", crypto],
      swiftSettings: settings + [.strictMemorySafety()]),
    .target(
      name: "OpenStack", dependencies: ["YAML", "Diagnostics", "CSchemas", "TextForms"],
      swiftSettings: settings),
    .target(
      name: "Translation", dependencies: ["TOSCA", "OpenStack", "Diagnostics"], swiftSettings: settings),
    .target(
      name: "Drawing", dependencies: ["TOSCA", "Translation", "OpenStack", "Diagnostics"],
      swiftSettings: settings),
    .target(
      name: "Deployment", dependencies: ["OpenStack", "Diagnostics", "CCurl"],
      swiftSettings: settings + [.strictMemorySafety()]),
    .target(name: "Engine", dependencies: ["OpenStack", grdb, logging], swiftSettings: settings),
    .target(
      name: "EngineAPI", dependencies: ["Engine", "OpenStack", hummingbird, logging], swiftSettings: settings),
    .executableTarget(
      name: "libretto",
      dependencies: [
        "Diagnostics", "YAML", "TOSCA", "Loading", "OpenStack", "Translation", "Drawing", "Deployment",
        "Engine", "EngineAPI", argumentParser, logging,
      ],
      swiftSettings: settings),
    .target(
      name: "Support",
      dependencies: ["Diagnostics", "YAML", "TOSCA", "Loading", "OpenStack", "Translation"],
      path: "Tests/Support", swiftSettings: settings),
    .target(
      name: "Mutating", dependencies: ["Diagnostics", "TOSCA", "Loading", "Translation"],
      path: "Tests/Mutating", swiftSettings: settings),
    .executableTarget(
      name: "Mutations", dependencies: ["Mutating", argumentParser], path: "Tests/Mutations",
      swiftSettings: settings),
    .testTarget(
      name: "SafetyTests",
      dependencies: [
        "Mutating", "Diagnostics", "YAML", "TOSCA", "Loading", "OpenStack", "Translation", "Support",
      ],
      swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
    .testTarget(name: "TextFormsTests", dependencies: ["TextForms"], swiftSettings: settings),
    .testTarget(name: "YAMLTests", dependencies: ["YAML", "Diagnostics"], swiftSettings: settings),
    .testTarget(
      name: "TOSCATests", dependencies: ["TOSCA", "Loading", "Diagnostics", "Support"],
      swiftSettings: settings),
    .testTarget(
      name: "LoadingTests", dependencies: ["Loading", "TOSCA", "Diagnostics", "Mutating"],
      swiftSettings: settings),
    .testTarget(
      name: "OpenStackTests", dependencies: ["OpenStack", "YAML", "Diagnostics", "Support"],
      swiftSettings: settings),
    .testTarget(
      name: "TranslationTests",
      dependencies: ["Translation", "TOSCA", "OpenStack", "Diagnostics", "Support"],
      swiftSettings: settings),
    .testTarget(
      name: "SamplesTests",
      dependencies: ["Diagnostics", "Loading", "OpenStack", "TOSCA", "Translation", "Support", "YAML"],
      swiftSettings: settings),
    .testTarget(
      name: "CorpusTests",
      dependencies: ["Support", "Loading", "TOSCA", "Translation", "OpenStack", "YAML", "Diagnostics"],
      exclude: ["disagreements.md", "Translation/declared-differences.md"], swiftSettings: settings),
    .testTarget(
      name: "DrawingTests",
      dependencies: ["Drawing", "TOSCA", "Translation", "OpenStack", "Diagnostics", "Support"],
      swiftSettings: settings),
    .testTarget(name: "DeploymentTests", dependencies: ["Deployment", "OpenStack"], swiftSettings: settings),
    .testTarget(name: "EngineTests", dependencies: ["Engine", "OpenStack"], swiftSettings: settings),
    .testTarget(
      name: "EngineAPITests", dependencies: ["EngineAPI", "Engine", "Deployment", "OpenStack"],
      swiftSettings: settings),
    .testTarget(name: "LibrettoTests", dependencies: ["libretto"], swiftSettings: settings),
    .testTarget(name: "ProjectTests", exclude: ["diagnostic-codes.txt"], swiftSettings: settings),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Diagnostics", "YAML", "TOSCA", "Loading", "OpenStack", "Translation", "Deployment", "Engine",
        "EngineAPI",
      ],
      path: "Tests/Benchmarks", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// The fuzzer's build instruments every target and brings its own `main`, so it is no part of the others.
if Context.environment["LIBRETTO_FUZZING"] != nil {
  package.products.append(.executable(name: "Fuzzing", targets: ["Fuzzing"]))
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["Diagnostics", "TOSCA", "Translation"], path: "Tests/Fuzzing",
      swiftSettings: settings))
}
