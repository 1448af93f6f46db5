import Catalog
import Foundation
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Registry

/// A bureau whose register can be filled and asked.
struct SourceFixture {
    static let capabilities = [RecordsCapability.capability, RegistryCapability.capability]
    static let actor = TestBureau.actor(capabilities)

    let bureau: TestBureau

    init(overlay: URL? = nil) async throws {
        bureau = try await TestBureau(
            Self.capabilities, catalog: try overlay.map { try RuleCatalog.load(overlay: $0) })
    }

    var today: CivilDate { Instant(secondsSince1970: bureau.clock.milliseconds / 1_000).beijingDate }

    func kind(_ id: String = "enterprise") throws -> SourceKind {
        try SourceKind.inForce(id, in: bureau.catalog, on: today)
    }

    /// Registers a source by hand.
    @discardableResult
    func register(_ values: [String: String], _ kind: String = "enterprise") async throws -> String {
        let id = SourceID.mint()
        try await bureau.book.record(
            SourceActions.register(
                id, try self.kind(kind), SourceDraft(values: values), from: .person(basis: ""), decides: true,
                by: Self.actor))
        return id.rawValue
    }

    func change(
        _ id: String, _ values: [String: String], after sequence: Int64? = nil,
        from origin: SourceOrigin = .person(basis: "")
    ) async throws {
        let file = try #require(try await file(id))
        try await bureau.book.record(
            SourceActions.change(
                id, try kind(file.kind), SourceDraft(values: values), from: origin,
                decides: origin.name == SourceOrigin.personName, after: sequence ?? file.sequence, by: Self.actor))
    }

    func file(_ id: String, asOf sequence: Int64? = nil) async throws -> SourceFile? {
        try await bureau.book.database.read { try SourceStore.file(id, asOf: sequence, in: $0) }
    }

    func find(_ text: String, kind: String = "enterprise") async throws -> [String] {
        var query = SourceQuery(kind: kind)
        query.text = text
        let asked = query
        return try await bureau.book.database.read {
            try SourceStore.sources(asked, limit: 50, offset: 0, in: $0).map(\.name)
        }
    }

    func plan(_ text: String, _ order: SourceImport.Order) async throws -> SourceImportPlan {
        try await plan(Array(text.utf8), order)
    }

    func plan(_ bytes: [UInt8], _ order: SourceImport.Order) async throws -> SourceImportPlan {
        let (catalog, today) = (bureau.catalog, today)
        return try await bureau.book.database.read {
            try SourceImport.plan(bytes, order, on: today, catalog: catalog, in: $0)
        }
    }

    @discardableResult
    func take(
        _ text: String, _ order: SourceImport.Order, takesGoodRows: Bool = false, after: Int64? = nil
    ) async throws -> SourceBatch {
        try await take(Array(text.utf8), order, takesGoodRows: takesGoodRows, after: after)
    }

    @discardableResult
    func take(
        _ bytes: [UInt8], _ order: SourceImport.Order, takesGoodRows: Bool = false, after: Int64? = nil
    ) async throws -> SourceBatch {
        try await SourceImport.run(
            bytes, order, on: today, after: after, takesGoodRows: takesGoodRows, by: Self.actor, into: bureau.book
        ).batch
    }

    static func order(_ kind: String = "enterprise", _ origin: String = "名单甲") -> SourceImport.Order {
        SourceImport.Order(kind: kind, fileName: "名单.csv", origin: origin)
    }

    /// The number of the last record.
    func lastRecord() async throws -> Int64 {
        try await bureau.book.database.read { try RecordStore.lastSequence(in: $0) }
    }

    /// Fails when a rebuild makes other tables.
    func expectRebuildsAlike() async throws {
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }
}
