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

let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let jwtKit = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

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
        .executable(name: "qingheng", targets: ["qingheng"]),
        .library(name: "Standards", targets: ["Standards"]),
        .library(name: "HJ212", targets: ["HJ212"]),
        .library(name: "Ledger", targets: ["Ledger"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // One trait only: with both defaults on, the order of their flags changes from plan to plan and all is rebuilt.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: ["FullFoundation"]),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
    ],
    targets: [
        // Foreign libraries, as Debian ships them.
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        // Pure rooms.
        room("Documents", ["CQRencode", "CZip", "CZlib"]),
        room("Standards", [bigInt]),
        room("HJ212", ["COpenSSL"]),
        room("Ledger", ["COpenSSL", crypto]),

        // Rules.
        .target(
            name: "CatalogFiles", path: "Catalog", exclude: ["README.md"], sources: ["CatalogFiles.swift"],
            resources: [
                .copy("accounts"), .copy("calendar"), .copy("casework"), .copy("dossier"), .copy("examining"),
                .copy("gateway"), .copy("law"), .copy("monitoring"), .copy("registry"), .copy("reporting"),
                .copy("standards"),
            ],
            swiftSettings: house),
        room("Catalog", ["Standards", "CatalogFiles", yams]),

        // Tables in, tables out: the standards at work without a database.
        room("Judging", ["Standards", "Catalog", "Documents"]),

        // The law by the day of the conduct, and how a fine follows from the circumstances.
        room("Law", ["Standards", "Catalog"]),

        // The report checker: a text in, what in it cannot be right out.
        room("Examining", ["Standards", "Catalog", "Law", "Documents"]),

        // Records.
        room("Storage", ["Ledger", "CPostgreSQL", "CZlib", "CZstd", grdb, sqlite, crypto]),
        room("Records", ["Ledger", "Storage", "Catalog", crypto]),

        // Capabilities.
        room("Accounts", ["CSodium", "Records", crypto, jwtKit, logging, lifecycle]),
        // Procedures and deadlines as pure functions over rule files, and matters on record.
        room("Casework", ["Standards", "Catalog", "Law", "Accounts", "Records"]),
        room("Registry", ["Records", "Documents"]),
        // The case file: papers, evidence, charges, scores.
        room("Dossier", ["Casework", "Registry", "Documents"]),
        room("Monitoring", ["Records", "Registry", "Standards", "Judging", "Documents"]),
        room("Reporting", ["Records", "Documents"]),
        room("Gateway", ["HJ212", "Records", "Monitoring", nioCore, nioPosix, logging, lifecycle]),
        room(
            "Site",
            [
                "Accounts", "Law", "Examining", "Casework", "Dossier", "Records", "Registry", "Monitoring", "Gateway",
                "Reporting", "Documents", hummingbird, hummingbirdTLS, nioSSL, asyncHTTPClient, mustache, logging,
                lifecycle,
            ],
            resources: [.copy("Templates"), .copy("Assets")]),
        room(
            "Demo", ["HJ212", "Records", "Registry", "Monitoring", nioCore, nioPosix, logging, lifecycle],
            resources: [.copy("District")]),

        // The composition root and the command line.
        room(
            "House",
            [
                "Judging", "Law", "Examining", "Casework", "Dossier", "Accounts", "Gateway", "Site", "Demo", "Registry",
                "Monitoring",
                "Reporting", logging, lifecycle,
                signals,
            ]),
        .executableTarget(name: "qingheng", dependencies: ["House", arguments], swiftSettings: house),

        // Tests, one target a capability.
        .target(name: "TestStore", dependencies: ["Storage"], path: "Tests/TestStore", swiftSettings: house),
        .target(
            name: "TestKit",
            dependencies: ["TestStore", "Accounts", "Records", "Registry", "Storage", "Catalog", "Standards"],
            path: "Tests/TestKit",
            swiftSettings: house),
        .target(name: "Second", path: "Tests/Second", swiftSettings: house),
        .target(name: "PublishedRows", path: "Tests/PublishedRows", swiftSettings: house),
        tests("Documents"),
        tests("Standards", ["PublishedRows"]),
        tests("HJ212"),
        tests("Ledger", ["Second"]),
        tests("Catalog"),
        tests("Judging", ["PublishedRows", "Second"]),
        tests("Law"),
        tests("Examining"),
        tests("Casework", ["Second", "TestKit"]),
        tests("Dossier", ["TestKit"]),
        tests("Storage", ["TestStore"]),
        tests("Records", ["TestKit", "TestStore"]),
        tests("Accounts", ["TestKit", jwtKit]),
        tests("Registry", ["TestKit"]),
        tests("Monitoring", ["TestKit", "PublishedRows", "Second"]),
        tests("Reporting", ["TestKit", "Monitoring", "Gateway", "Casework", "Dossier", logging]),
        tests("Gateway", ["TestKit", "Demo"]),
        tests("Demo"),
        tests("Site", ["TestKit", hummingbirdTesting, jwtKit]),
        tests("House", ["TestKit", "TestStore", "Second"]),
    ]
)
