import Casework
import Catalog
import Documents
import Dossier
import Foundation
import Ledger
import Monitoring
import Records
import Registry
import Reporting
import Standards
import Storage
import TestKit
import Testing

struct FigureTests {
    private static let capabilities = [
        CaseworkCapability.capability(), RegistryCapability.capability, DossierCapability.capability,
        MonitoringCapability.capability,
    ]
    private static let sources = capabilities.flatMap(\.figures)
    private static let actor = TestBureau.actor(capabilities)

    private let day = CivilDate(year: 2026, month: 11, day: 20) ?? .first

    /// Three evaluated stations with values that differ by station and day.
    private func bureau(days: Int) async throws -> TestBureau {
        let bureau = try await TestBureau(Self.capabilities)
        try await bureau.book.record(
            ["S1", "S2", "S3"].map { id in
                TestStation.registration(id, name: "\(id)站", by: Self.actor)
            } + [
                RegistryActions.setTarget(year: 2026, item: "pm25", value: "36.0", basis: "某文件", by: Self.actor),
                RegistryActions.setTarget(year: 2026, item: "goodDays", value: "265", basis: "某文件", by: Self.actor),
            ])
        var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
        for offset in 0..<days {
            for hour in 1...24 {
                let end = Instant(beijing: day.adding(days: -offset), hour: hour)
                let label = "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00"
                for (number, station) in ["S1", "S2", "S3"].enumerated() {
                    text += "\(label),\(station),5,20,50,\(30 + number * 10 + offset * 30),0.5,60\n"
                }
            }
        }
        _ = try await FileImport.run(
            Array(text.utf8), fileName: "t.csv", format: .air, defaultYear: nil, by: Self.actor, into: bureau.book
        ) { _ in }
        return bureau
    }

    private func values(_ requests: [FigureRequest], in bureau: TestBureau) async throws -> [FigureValue] {
        let figures = try FigureBook(bureau.catalog, sources: Self.sources)
        return try await bureau.book.database.read { connection in
            let engine = try FigureEngine(figures, in: connection)
            return try requests.map { try engine.value($0) }
        }
    }

    private func value(
        _ id: String, _ arguments: [String: String] = [:], in bureau: TestBureau
    ) async throws -> FigureValue {
        try await values([FigureRequest(id, on: day, arguments)], in: bureau)[0]
    }

    @Test func `every figure and document that is shipped can be read and computed on an empty store`() async throws {
        let bureau = try await TestBureau(Self.capabilities)
        let figures = try FigureBook(bureau.catalog, sources: Self.sources)
        let papers = try PaperBook(bureau.catalog, figures: figures, sources: Self.sources)
        #expect(figures.ids.count > 30)
        let place = [
            "place": "district", "item": "pm25", "section": "W1", "kind": "罚款", "document": "决定书",
            "outlet": "DA001",
        ]
        let computed = try await values(figures.ids.map { FigureRequest($0, on: day, place) }, in: bureau)
        for value in computed { #expect(!value.printed.isEmpty, "\(value.request.id)") }
        for definition in papers.all {
            let day = day
            let built = try await bureau.book.database.read { connection in
                var builder = PaperBuilder(
                    definition, on: day,
                    surroundings: .init(bureau: "某局", isDemo: true, cutoff: "", state: ""),
                    engine: try FigureEngine(figures, in: connection), in: connection, address: \.path)
                return try builder.build(listsReferences: true)
            }
            #expect(built.paper.banner == "演示数据")
        }
    }

    @Test func `a printed number is rounded once from its exact value`() async throws {
        let bureau = try await bureau(days: 2)
        // District days 40 and 70 µg/m³: mean 55.
        let mean = try await value("air.year.pm25", in: bureau)
        #expect(mean.exact == 55)
        #expect(mean.printed == "55.0")
        #expect(mean.inputs.map(\.label) == ["2026-11-19", "2026-11-20"])
    }

    @Test func `the primary pollutants are the items that attain the index`() async throws {
        let bureau = try await bureau(days: 3)
        // The day before yesterday of the series: PM2.5 100 µg/m³ → IAQI 137 by HJ 633-2026.
        let requests = ["air.day.aqi", "air.day.primary", "air.day.level"].map {
            FigureRequest($0, on: day.adding(days: -2), ["place": "district"])
        }
        #expect(try await values(requests, in: bureau).map(\.printed) == ["137", "PM2.5", "三级（轻度污染）"])
    }

    @Test func `a mean that must not be exceeded leaves this much for the rest of the year`() async throws {
        let bureau = try await bureau(days: 2)
        // Target 36.0 over the 2 measured and 41 remaining days of 2026, less the 110 measured: (36×43 − 110)/41.
        let control = try await value("air.plan.pm25.control", in: bureau)
        #expect(control.exact == (try Rational(36 * 43 - 110) / 41))
        #expect(control.printed == "35.1")
    }

    @Test func `missing is not zero`() async throws {
        let bureau = try await bureau(days: 1)
        let last = try await value("air.year.last.pm25", in: bureau)
        #expect(last.exact == nil)
        #expect(last.printed == "—")
        #expect(try await value("air.year.pm25.change", in: bureau).printed == "—")
    }

    @Test func `received and expected hours are counted over all items of all evaluated stations`() async throws {
        let bureau = try await bureau(days: 1)
        let rate = try await value("air.day.receivedrate", in: bureau)
        #expect(rate.printed == "100.0")
        let received = try await value("air.day.received", in: bureau)
        #expect(received.exact == Rational(3 * 6 * 24))
        #expect(received.expected == 3 * 6 * 24)
    }

    @Test func `every number leads down to the row it came from`() async throws {
        let bureau = try await bureau(days: 1)
        var id = try #require(try await value("air.year.pm25", in: bureau).inputs.first).id
        var kinds: [String] = []
        let archive = bureau.book.archive
        while true {
            let current = id
            let trace = try await bureau.book.database.read { connection in
                try Self.sources.lazy.compactMap { try $0.trace(current, in: connection, from: archive) }.first
            }
            let found = try #require(trace, "\(current.rawValue)")
            kinds.append(String(current.rawValue.split(separator: "/")[0]))
            if case .importRow(let batch, let line)? = found.evidence.first {
                #expect(batch > 0 && line > 1)
                break
            }
            id = try #require(found.inputs.first).id
        }
        #expect(kinds == ["air-day", "air-day", "air-hour"])
    }

    @Test(arguments: [
        ("SELECT AVG(value) AS value FROM air_day_value", "AVG"), ("SELECT record FROM record", "record"),
        ("DELETE FROM air_day_value", "SELECT"), ("SELECT 1 AS value FROM air_day_value; SELECT 2", "分号"),
        ("SELECT record, value FROM air_day_value WHERE place = {where}", "where"),
    ])
    func `a selection selects from documented views and never computes`(sql: String, word: String) throws {
        let views = Set(Self.sources.flatMap(\.views).map(\.name))
        let problem = try #require(FigureSelection(sql).problem(views: views, arguments: []))
        #expect(problem.contains(word))
    }
}
