// swift-tools-version: 6.2
import PackageDescription

/// One set of settings for every target of ours: strict concurrency, visible imports, no tolerated warning.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// A library target of the house: sources in `Sources/<name>`, tests in `Tests/<name>Tests`.
func room(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, swiftSettings: house)
}

let package = Package(
    name: "qingheng",
    products: [
        .library(name: "HJ212", targets: ["HJ212"]),
        .library(name: "Ledger", targets: ["Ledger"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // Foreign libraries, as Debian ships them.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Pure rooms.
        room("HJ212", []),
        room("Ledger", []),


        // Records.
        room("Storage", ["Ledger", "CZlib", grdb, sqlite, crypto]),



        // Tests, one target a capability.
        tests("HJ212"),
        tests("Ledger"),
        tests("Storage"),
    ]
)
