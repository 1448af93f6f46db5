import Foundation
import Testing

/// The arrows of the house (Docs/Architecture.md): who may import whom, and where SQL may write.
struct ImportDirectionTests {
    /// What each room may import of our own; it reaches everything those rooms may import in turn.
    private static let rooms: [String: Set<String>] = [
        "Documents": [],
        "Standards": [],
        "HJ212": [],
        "Ledger": [],
        "Catalog": ["Standards", "CatalogFiles"],
        "Judging": ["Standards", "Catalog", "Documents"],
        "Law": ["Standards", "Catalog"],
        "Examining": ["Standards", "Catalog", "Law", "Documents"],
        "Casework": ["Standards", "Catalog", "Law", "Accounts", "Records"],
        "Dossier": ["Casework", "Registry", "Documents"],
        "Storage": ["Ledger"],
        "Records": ["Ledger", "Storage", "Catalog"],
        "Accounts": ["Records"],
        "Registry": ["Records", "Documents"],
        "Monitoring": ["Records", "Registry", "Standards", "Judging", "Documents"],
        "Reporting": ["Records", "Documents"],
        "Gateway": ["HJ212", "Records", "Monitoring"],
        "Site": [
            "Accounts", "Law", "Examining", "Casework", "Dossier", "Records", "Registry", "Monitoring", "Gateway",
            "Reporting", "Documents",
        ],
        "Demo": ["HJ212", "Records", "Registry", "Monitoring"],
        "House": [
            "Judging", "Law", "Examining", "Casework", "Dossier", "Accounts", "Gateway", "Site", "Demo", "Registry",
            "Monitoring", "Reporting",
        ],
        "qingheng": ["House"],
    ]

    /// What each room may import from outside.
    private static let foreign: [String: Set<String>] = [
        "Documents": ["Foundation", "FoundationXML", "CQRencode", "CZip", "CZlib"],
        "Standards": ["BigInt"],
        "HJ212": ["COpenSSL"],
        "Ledger": ["COpenSSL", "Crypto"],
        "Catalog": ["Foundation", "Synchronization", "Yams"],
        "Judging": [],
        "Law": [],
        "Examining": ["Foundation"],
        "Casework": [],
        "Dossier": [],
        "Storage": [
            "Foundation", "Glibc", "Dispatch", "Synchronization", "CPostgreSQL", "CZlib", "CZstd", "GRDB",
            "GRDBSQLite", "Crypto",
        ],
        "Records": ["Synchronization"],
        "Accounts": ["CSodium", "Crypto", "Foundation", "JWTKit", "Logging", "ServiceLifecycle", "Synchronization"],
        "Registry": [],
        "Monitoring": [],
        "Reporting": [],
        "Gateway": ["Dispatch", "Glibc", "NIOCore", "NIOPosix", "Logging", "ServiceLifecycle", "Synchronization"],
        "Site": [
            "Foundation", "Hummingbird", "Mustache", "Logging", "NIOCore", "HTTPTypes", "ServiceLifecycle", "Crypto",
            "Synchronization", "HummingbirdCore", "HummingbirdTLS", "NIOSSL", "AsyncHTTPClient", "NIOHTTP1",
        ],
        "Demo": ["Foundation", "NIOCore", "NIOPosix", "Logging", "ServiceLifecycle", "Synchronization"],
        "House": ["Foundation", "Logging", "ServiceLifecycle", "UnixSignals"],
        "qingheng": ["Foundation", "ArgumentParser", "Logging", "Synchronization"],
    ]

    /// The files besides projections and states in which SQL writes, each with its reason.
    private static let doors: Set<String> = [
        // The door itself: appends records, moves the cursor of packets.
        "Sources/Records/LedgerTable.swift",
        // The same for the tree over the records.
        "Sources/Records/Ledger/LedgerTable+Tree.swift",
        // Renders the insert that projections prepare.
        "Sources/Storage/WriteConnection.swift",
        // Remembers which migrations have run.
        "Sources/Storage/Database.swift",
    ]

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func swiftFiles(in folder: String) -> [(path: String, text: String)] {
        let base = root.appendingPathComponent(folder)
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: base.path)) ?? []
        return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
            let url = base.appendingPathComponent(path)
            return (try? String(contentsOf: url, encoding: .utf8)).map { ("\(folder)/\(path)", $0) }
        }
    }

    private static func imports(of text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), index <= 1, index + 1 < words.count,
                index == 0 || ["public", "package", "internal", "@testable"].contains(words[0])
            else { return nil }
            return String(words[index + 1].split(separator: ".")[0])
        }
    }

    private static func reachable(from room: String) -> Set<String> {
        var reached: Set<String> = []
        var waiting = rooms[room] ?? []
        while let next = waiting.popFirst() {
            guard reached.insert(next).inserted else { continue }
            waiting.formUnion(rooms[next] ?? [])
        }
        return reached
    }

    @Test(arguments: rooms.keys.sorted())
    func `a room imports only what its row in the table names`(room: String) {
        let files = Self.swiftFiles(in: "Sources/\(room)")
        #expect(!files.isEmpty, "an empty room")
        let allowed = Self.reachable(from: room).union(Self.foreign[room] ?? [])
        for file in files {
            for name in Self.imports(of: file.text) where !allowed.contains(name) {
                Issue.record("\(file.path) imports \(name)")
            }
        }
    }

    @Test func `every target of the package has its row`() {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources")) ?? []
        // Foreign libraries are called after their headers: CZip, COpenSSL.
        let ours = Set(folders.filter { !$0.hasPrefix("C") || $0.dropFirst().first?.isUppercase == false })
        #expect(ours == Set(Self.rooms.keys))
    }

    @Test func `SQL writes only in projections and states`() throws {
        let writing = try Regex(#"(?i)"?\s*(INSERT\s+INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b"#)
        for file in Self.swiftFiles(in: "Sources") where !Self.doors.contains(file.path) {
            let name = file.path.split(separator: "/").last.map(String.init) ?? ""
            if name.contains("Projection") || name.contains("State") { continue }
            for line in file.text.split(separator: "\n")
            where !line.trimmingPrefix(while: { $0 == " " }).hasPrefix("//") {
                if line.contains(writing) { Issue.record("\(file.path): \(line)") }
            }
        }
    }

    @Test func `no type is named like its module`() throws {
        for room in Self.rooms.keys {
            let declaration = try Regex("(struct|class|enum|actor|protocol) \(room)\\b")
            for file in Self.swiftFiles(in: "Sources/\(room)") where file.text.contains(declaration) {
                Issue.record("\(file.path) declares a type called like its module")
            }
        }
    }
}
