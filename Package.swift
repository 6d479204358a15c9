// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "engross",
  products: [
    .library(name: "Engross", targets: ["Engross"]),
    .executable(name: "engross", targets: ["EngrossCommand"]),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CSchemas"),
    .target(name: "CStart"),
    .target(name: "CFacts"),
    .target(name: "CPages"),
    .target(name: "CSHA256"),
    .target(name: "EngrossModel", dependencies: ["CFacts", "CSHA256"]),
    .target(name: "EngrossXML", dependencies: ["EngrossModel", "CLibXML2"]),
    .target(name: "EngrossEncode", dependencies: ["EngrossModel"]),
    .target(
      name: "EngrossValidate",
      dependencies: ["EngrossModel", "EngrossXML", "CLibXML2", "CSchemas"]),
    .target(name: "EngrossTransform", dependencies: ["EngrossModel", "CPages"]),
    .target(
      name: "Engross",
      dependencies: [
        "EngrossModel", "EngrossXML", "EngrossEncode", "EngrossValidate", "EngrossTransform",
      ]),
    .executableTarget(
      name: "EngrossCommand", dependencies: ["Engross", "EngrossModel", "CStart"],
      // One file is then worked on by the first thread: starting others costs as much as encoding.
      swiftSettings: [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]),
    .testTarget(name: "EngrossModelTests", dependencies: ["EngrossModel"]),
    .testTarget(name: "EngrossXMLTests", dependencies: ["EngrossXML", "EngrossModel"]),
    .testTarget(name: "EngrossEncodeTests", dependencies: ["EngrossEncode", "EngrossXML"]),
    .testTarget(name: "EngrossValidateTests", dependencies: ["EngrossValidate"]),
    .testTarget(
      name: "EngrossTransformTests", dependencies: ["EngrossTransform", "EngrossXML", "Engross"]),
    .testTarget(name: "EngrossTests", dependencies: ["Engross", "EngrossEncode"]),
    .testTarget(name: "EngrossCommandTests", dependencies: ["EngrossCommand"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// Fuzzing needs flags and a library that no other build does: Tests/Fuzz/run sets them.
if Context.environment["ENGROSS_FUZZ"] != nil {
  package.products.append(.executable(name: "engross-fuzz", targets: ["EngrossFuzz"]))
  package.targets.append(
    .executableTarget(
      name: "EngrossFuzz", dependencies: ["EngrossValidate"], path: "Tests/Fuzz",
      exclude: ["run", "corpus", "compact.dict", "document.dict", "pattern.dict", "schema.dict"]))
}
