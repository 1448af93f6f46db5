import Catalog
import Foundation
import Ledger
import Records
import Storage
import TestKit
import Testing

/// Counts how often it was told that stored values rest on other rules.
private struct FollowingProjection: Projection {
    let name = "following"
    let version = 1
    let definitions = [Definition.table("following", "(n INTEGER NOT NULL) STRICT")]

    func rulesChanged(in connection: WriteConnection, from archive: Archive) throws {
        try connection.execute("INSERT INTO following (n) VALUES (\(archive.catalog.sourceFiles.count))")
    }
}

struct RulesOnRecordTests {
    private static let capabilities = [
        RecordsCapability.capability, Capability(name: "Following", projections: [FollowingProjection()]),
    ]
    private let bureau: TestBureau
    private var actor: Actor { TestBureau.actor(Self.capabilities) }

    init() async throws { bureau = try await TestBureau(Self.capabilities) }

    /// The book as it is opened with other rules.
    private func book(_ own: [RuleSourceFile]) async throws -> RecordBook {
        let clock = bureau.clock
        let archive = Archive(
            attachments: bureau.book.archive.attachments, packets: bureau.book.archive.packets,
            catalog: try RuleCatalog.load(bureau.catalog.sourceFiles + own))
        return try await RecordBook(
            database: bureau.book.database, archive: archive, capabilities: Self.capabilities,
            clock: { clock.milliseconds })
    }

    private func source(_ path: String) throws -> RuleSourceFile {
        try #require(bureau.catalog.sourceFiles.first { $0.path == path })
    }

    private func own(_ path: String, _ replaced: String, _ with: String) throws -> RuleSourceFile {
        RuleSourceFile(path: path, isOverlay: true, text: try source(path).text.replacing(replaced, with: with))
    }

    private var followed: Int64 {
        get async throws {
            try await bureau.book.database.read {
                try $0.first("SELECT count(*) AS n FROM following") { try $0.integer("n") } ?? 0
            }
        }
    }

    @Test func `rules are put on record once, and again only when a file is another`() async throws {
        let first = try #require(try await bureau.book.adoptRules(by: actor))
        #expect(first.body["files"]?.integer == Int64(bureau.catalog.sourceFiles.count))
        #expect(first.body["follows"]?.integer == 0)
        #expect(try await bureau.book.adoptRules(by: actor) == nil)
        #expect(try await book([]).adoptRules(by: actor) == nil)
        let path = "reporting/figures/air.year.pm25.yaml"
        let second = try #require(
            try await book([try own(path, "decimals: 1", "decimals: 2")]).adoptRules(by: actor))
        #expect(second.body["follows"]?.integer == first.sequence)
        #expect(second.body["changed"]?.elements?.compactMap(\.text) == ["overlay/" + path])
    }

    @Test func `the rules of a record are loaded back as they were, the bureau's own over the bundled ones`()
        async throws
    {
        let path = "standards/HJ663-2026.yaml"
        let changed = try own(path, "day: {minimum_hours: 20}", "day: {minimum_hours: 16}")
        let record = try #require(try await book([changed]).adoptRules(by: actor))
        try await bureau.book.adoptRules(by: actor)
        let loaded = try RulesOnRecord.catalog(of: record, from: bureau.book.archive.attachments)
        #expect(loaded.sourceFiles == bureau.catalog.sourceFiles + [changed])
        #expect(loaded.rules.filter(\.isOverlay).map(\.path) == [path])
    }

    @Test func `what rests on standards is made again when one changes, and left alone when a figure does`()
        async throws
    {
        try await bureau.book.adoptRules(by: actor)
        #expect(try await followed == 1)
        let figure = try own("reporting/figures/air.year.pm25.yaml", "decimals: 1", "decimals: 2")
        try await book([figure]).adoptRules(by: actor)
        #expect(try await followed == 1)
        let standard = try own("standards/HJ663-2026.yaml", "minimum_hours: 20", "minimum_hours: 16")
        try await book([figure, standard]).adoptRules(by: actor)
        #expect(try await followed == 2)
    }

    @Test func `the root is that of the tree over path and hash of each file in the order of paths`() async throws {
        let record = try #require(try await bureau.book.adoptRules(by: actor))
        let hasher = try TreeHasher(.sha256)
        var tree = MerkleTree(hasher)
        for file in bureau.catalog.sourceFiles.sorted(by: { $0.path < $1.path }) {
            let id = AttachmentID(of: Array(file.text.utf8))
            #expect(try bureau.book.archive.attachments.bytes(of: id) == Array(file.text.utf8))
            tree.append(hasher.leaf(Array(#"{"path":"catalog/\#(file.path)","sha256":"\#(id.rawValue)"}"#.utf8)))
        }
        #expect(record.body["root"]?.text == tree.root.base64)
    }
}
