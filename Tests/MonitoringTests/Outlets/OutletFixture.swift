import Ledger
import Records
import Registry
import Standards
import Storage
import TestKit

@testable import Monitoring

/// A bureau with a gas outlet and a day of its hours: nitrogen oxides and flow, of which hours 3–4 came with the mark of a fault.
enum OutletFixture {
    static let outlet = "DA001"
    static let day = CivilDate("2026-11-20") ?? .first
    static var actor: Actor { MonitoringFixture.actor }

    static func bureau() async throws -> TestBureau {
        let bureau = try await MonitoringFixture.bureau()
        let limit: CanonicalValue = [
            "item": "nox", "name": "氮氧化物", "limit": "50", "unit": "mg/m³", "converted": false,
            "standard": "GB 13271—2014",
        ]
        try await bureau.book.record(
            RegistryActions.register(
                outlet, kind: .outlet, name: "1号烟囱",
                fields: ["enterprise": "甲厂", "medium": "air", "industry": "锅炉", "limits": .array([limit])],
                by: actor))
        try await arrive(
            (0..<24).map { ("nox", $0, [2, 3].contains($0) ? nil : "40", [2, 3].contains($0) ? "D" : "N") }
                + (0..<24).map { ("flow", $0, "10", "N") }, in: bureau)
        return bureau
    }

    /// Hours as they come behind the records: item, hour 0 … 23, value, mark.
    static func arrive(_ hours: [(String, Int, String?, String)], in bureau: TestBureau) async throws {
        let milliseconds = bureau.clock.milliseconds
        let readings = hours.enumerated().map { place, hour in
            Reading(
                series: SeriesKey(object: outlet, item: hour.0, seconds: 3_600),
                start: Instant(beijing: day, hour: hour.1), arrivedMilliseconds: milliseconds,
                origin: .importRow(batch: 1, line: Int64(place)), value: hour.2.flatMap { ExactDecimal($0) },
                flag: hour.3)
        }
        try await bureau.book.database.write { try ReadingProjection.insert(readings, into: $0) }
    }

    static func limit(in bureau: TestBureau) async throws -> (RegisteredObject, OutletLimit)? {
        try await bureau.book.database.read { connection in
            guard let object = try RegistryStore.object(outlet, in: connection),
                let limit = OutletLimit.limits(of: object).first
            else { return nil }
            return (object, limit)
        }
    }

    static let marksHead = "排放口编号,企业名称,监测项目,标记类型,标记内容,开始时间,结束时间,标记时间,标记人,状态\n"
    static let valuesHead = "排放口编号,监测项目,数据时间,替代值,替代方式,填报时间,填报人\n"

    static func take(_ text: String, in bureau: TestBureau) async throws -> OutletMarkImport.Outcome {
        try await OutletMarkImport.run(
            Array(text.utf8), fileName: "标记.csv", by: actor, into: bureau.book)
    }
}
