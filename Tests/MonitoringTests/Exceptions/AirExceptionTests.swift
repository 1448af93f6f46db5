import Catalog
import Foundation
import Ledger
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Monitoring

/// Dust leaves the evaluation only with the superior's paper; what was measured stays and is shown beside it.
struct AirExceptionTests {
    private static let day = ReviewFixture.day
    private static let stations = ["S1", "S2", "S3", "S4"]
    private static var actor: Actor { MonitoringFixture.actor }

    private func extent(
        _ stations: [String] = AirExceptionTests.stations, _ items: [AirItem] = [.pm10, .pm25],
        days: [CivilDate] = [AirExceptionTests.day]
    ) -> AirException.Extent { AirException.Extent(days: days, stations: stations, items: items) }

    private func applied(_ bureau: TestBureau) async throws -> String {
        let id = MintedID.mint(at: bureau.clock.milliseconds)
        try await bureau.book.record(
            AirExceptionActions.apply(id, "dust", for: extent(), reason: "北方沙尘输送", applicant: "甲", by: Self.actor))
        return id
    }

    private func decide(
        _ verdict: AirException.Verdict, _ id: String, _ extent: AirException.Extent, attachment: Int64,
        document: String = "监测函〔2026〕9号"
    ) -> Action {
        AirExceptionActions.decide(
            verdict, of: id, extent: extent, issuer: "市生态环境局", document: document, date: Self.day,
            attachment: attachment, attachedTo: "S1", reviewer: "甲", by: Self.actor)
    }

    static func attached(in bureau: TestBureau) async throws -> Int64 {
        let kind = try #require(try SourceKinds(bureau.catalog, on: day).kind("station"))
        let bytes = Array("%PDF-1.4\n%%EOF\n".utf8)
        return try await bureau.book.record(
            SourceAttachmentActions.attach(
                try bureau.book.archive.attachments.store(bytes), form: .pdf, size: bytes.count, named: "批复.pdf",
                note: "", to: "S1", kind, by: actor)
        ).sequence
    }

    private func deducted(_ bureau: TestBureau) async throws -> [AirDeductedValue] {
        try await bureau.book.database.read { connection in
            try AirExceptionStore.deductedValues(from: Self.day, to: Self.day, in: connection)
        }
    }

    /// What figures of periods select: record and value of the valid rows.
    private func assessed(_ bureau: TestBureau, _ place: String, _ item: AirItem) async throws -> [String] {
        try await bureau.book.database.read { connection in
            try connection.rows(
                """
                SELECT record, value FROM air_day_assessed WHERE place = \(place) AND item = \(item.rawValue)
                AND valid = 1
                """
            ) { "\(try $0.text("record")) \(try $0.optionalText("value") ?? "")" }
        }
    }

    @Test
    func `an application alone takes nothing out, an approval takes out what it lists, a revocation gives it back`()
        async throws
    {
        let bureau = try await ReviewFixture.bureau()
        let paper = try await Self.attached(in: bureau)
        let measured = try await bureau.dump()
        let id = try await applied(bureau)
        #expect(try await deducted(bureau).isEmpty)
        try await bureau.book.record(decide(.approved, id, extent(), attachment: paper))
        let out = try await deducted(bureau)
        #expect(out.count == 10 && out.allSatisfy { !$0.isValid && $0.value == nil && $0.word == "剔除沙尘" })
        #expect(try await assessed(bureau, "district", .pm10).isEmpty)
        #expect(try await assessed(bureau, "district", .o3).count == 1)
        // The published day is as measured, and stands beside.
        for table in ["air_day", "air_day_index", "air_day_iaqi"] {
            #expect(try await bureau.dump()[table] == measured[table], "\(table)")
        }
        let index = try await bureau.book.database.read { connection in
            try AirExceptionStore.deductedIndex(of: .district, on: Self.day, in: connection)
        }
        // NO2 20 and O3 80 µg/m³ leave an AQI of 40; PM10 60 makes that of the day more than 50.
        #expect(index?.aqi == 40 && index?.countsGoodDays == false)
        try await bureau.book.record(
            decide(.revoked, id, extent([], [], days: []), attachment: paper, document: "监测函〔2026〕10号"))
        #expect(try await deducted(bureau).isEmpty)
        #expect(try await assessed(bureau, "district", .pm10).count == 1)
    }

    @Test func `where some stations are out the district is the mean of the others, and is traced to them`()
        async throws
    {
        let bureau = try await ReviewFixture.bureau()
        let file = MonitoringFixture.airFile(Self.day, stations: ["S4"]) { _, _ in "10,20,600,35,0.5,80" }
        bureau.clock.advance(seconds: 60)
        try await MonitoringFixture.importAir(file, into: bureau)
        let paper = try await Self.attached(in: bureau)
        let id = try await applied(bureau)
        try await bureau.book.record(decide(.approved, id, extent(["S4"], [.pm10]), attachment: paper))
        #expect(try await assessed(bureau, "S4", .pm10).isEmpty)
        #expect(
            try await assessed(bureau, "district", .pm10) == ["air-assessed/district/pm10/\(Self.day) 60"])
        #expect(try await assessed(bureau, "district", .pm25) == ["air-day/district/pm25/\(Self.day) 35"])
        let trace = try await bureau.book.database.read { connection in
            try AirFigures().trace(
                InputID(rawValue: "air-assessed/district/pm10/\(Self.day)"), in: connection, from: bureau.book.archive)
        }
        #expect(trace?.inputs.map(\.label) == ["S1站", "S2站", "S3站"] && trace?.value == "60")
    }

    @Test func `an approval needs issuer, number, day and the paper, and lists what the rule lets out`() async throws {
        let bureau = try await ReviewFixture.bureau()
        let paper = try await Self.attached(in: bureau)
        let id = try await applied(bureau)
        let refused: [(Action, RecordsError)] = [
            (
                decide(.approved, id, extent(), attachment: paper + 100),
                RecordsError(.invalid, field: "attachment", detail: "")
            ),
            (
                decide(.approved, id, extent(), attachment: paper, document: ""),
                RecordsError(.invalid, field: "document", detail: "")
            ),
            (
                decide(.approved, id, extent(Self.stations, [.o3]), attachment: paper),
                RecordsError(.invalid, field: "items", detail: "o3")
            ),
            (
                decide(.approved, id, extent(["S9"]), attachment: paper),
                RecordsError(.unknownSubject, field: "station", detail: "S9")
            ),
            (
                decide(.approved, id, extent(days: []), attachment: paper),
                RecordsError(.invalid, field: "days", detail: "0")
            ),
            (
                decide(.revoked, id, extent([], [], days: []), attachment: paper),
                RecordsError(.invalid, field: "verdict", detail: "revoked")
            ),
            (
                decide(.refused, id, extent(), attachment: paper),
                RecordsError(.invalid, field: "extent", detail: "refused")
            ),
            (
                decide(.approved, "nobody", extent(), attachment: paper),
                RecordsError(.unknownSubject, field: "exception", detail: "nobody")
            ),
        ]
        for (action, error) in refused {
            await #expect(throws: error) { try await bureau.book.record(action) }
        }
        #expect(try await deducted(bureau).isEmpty)
    }

    @Test func `a bureau whose rule says so counts good days by the AQI of what is left`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rules = folder.appendingPathComponent("monitoring/exceptions")
        try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
        let text = """
            id: dust
            title: 沙尘天气过程影响扣除
            effective: {from: 2017-01-01}
            source: {instrument: 本局, article: 无, verified: 测试}
            confidence: provisional
            exception: {word: 剔除沙尘, items: [pm10, pm25], good_days: true}
            """
        try text.write(to: rules.appendingPathComponent("dust.yaml"), atomically: true, encoding: .utf8)
        let bureau = try await TestBureau(
            MonitoringFixture.capabilities, catalog: try RuleCatalog.load(overlay: folder))
        try await bureau.book.record(Self.stations.map { MonitoringFixture.station($0, isEvaluated: true) })
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(Self.day, stations: Self.stations), into: bureau)
        let paper = try await Self.attached(in: bureau)
        let id = try await applied(bureau)
        try await bureau.book.record(decide(.approved, id, extent(), attachment: paper))
        let counted = try await bureau.book.database.read { connection in
            try connection.rows("SELECT value, counted FROM air_day_aqi WHERE place = 'district'") {
                [try $0.optionalInteger("value"), try $0.optionalInteger("counted")]
            }
        }
        let measured = try #require(counted.first?.first ?? nil)
        #expect(
            counted == [[measured, 40]] && measured > 50, "PM10 60 µg/m³ alone makes the measured AQI more than 50")
    }
}
