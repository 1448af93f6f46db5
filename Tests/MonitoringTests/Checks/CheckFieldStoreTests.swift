import Catalog
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Monitoring

/// The bureau's own readings under the rules of the catalog.
struct CheckFieldStoreTests {
    private static let day = CivilDate("2026-11-20") ?? .first

    private static func label(_ hour: Int) -> String {
        let end = Instant(beijing: day.adding(days: -1), hour: hour)
        return "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00"
    }

    /// Two days of hours of four stations; on the second S1 is far above all before, and its PM2.5 above its PM10.
    @Test func `what lies before is looked back at, and only the day asked for is judged`() async throws {
        let bureau = try await MonitoringFixture.bureau()
        var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
        for hour in 1...48 {
            for station in ["S1", "S2", "S3", "S4"] {
                let isOdd = station == "S1" && (hour == 20 || hour == 30)
                text += "\(Self.label(hour)),\(station),10,\(20 + hour % 7),\(60 + hour % 5),"
                text += isOdd ? "400,0.5,\(70 + hour % 3 * 10)\n" : "\(30 + hour % 6),0.5,\(70 + hour % 3 * 10)\n"
            }
        }
        try await MonitoringFixture.importAir(Array(text.utf8), into: bureau)
        // The later arrival counts: the second import corrects one hour of the first day.
        let corrected = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n\(Self.label(20)),S1,10,25,61,33,0.5,71\n"
        try await MonitoringFixture.importAir(Array(corrected.utf8), into: bureau)
        let due = Instant(beijing: Self.day)..<Instant(beijing: Self.day.adding(days: 1))
        let field = try await bureau.book.database.read { connection in
            try CheckFieldStore.field(
                of: RegistryStore.objects(.station, in: connection), seconds: [3_600], due: due, lookBackHours: 24,
                catalog: bureau.catalog, in: connection)
        }
        #expect(field.series.count == 24 && field.series.allSatisfy { $0.kind == "station" && $0.count == 48 })
        let before = field.series.first { $0.station == "S1" && $0.item == "pm25" }
        #expect(before?.points[19].value == 33)
        let rules = try CheckRules(bureau.catalog, on: Self.day)
        let found = CheckEngine.report(field, rules: rules, judged: due).findings
        let hour = Instant(beijing: Self.day, hour: 5)
        #expect(found.allSatisfy { $0.span.end > due.lowerBound && $0.span.start < due.upperBound })
        let ids = Set(found.filter { $0.station == "S1" && $0.item == "pm25" && $0.span.start == hour }.map(\.rule.id))
        #expect(ids == ["air.inverted", "air.neighbours", "air.outlier", "air.rate", "air.spike"])
        let others = found.filter { $0.station != "S1" }
        #expect(others.allSatisfy { $0.rule.kind == .copied || $0.rule.kind == .periodicity })
    }
}
