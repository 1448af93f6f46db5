import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit

/// A small bureau with stations and sections of its own.
enum MonitoringFixture {
    static let capabilities = [RegistryCapability.capability, MonitoringCapability.capability]
    static var actor: Actor { TestBureau.actor(capabilities) }

    static func bureau(stations: [String] = ["S1", "S2", "S3", "S4"]) async throws -> TestBureau {
        let bureau = try await TestBureau(capabilities)
        try await bureau.book.record(stations.map { station($0, isEvaluated: true) } + [section("W1", target: "III")])
        return bureau
    }

    static func station(_ id: String, isEvaluated: Bool, level: String = "街镇") -> Action {
        RegistryActions.register(
            id, kind: .station, name: "\(id)站",
            fields: [
                "town": "甲镇", "longitude": "117.0", "latitude": "39.0", "managementLevel": .string(level),
                "isEvaluated": .bool(isEvaluated),
            ], by: actor)
    }

    static func section(_ id: String, target: String) -> Action {
        RegistryActions.register(
            id, kind: .section, name: "\(id)断面",
            fields: ["town": "甲镇", "waterBody": "甲河", "bodyKind": "river", "targetClass": .string(target)],
            by: actor)
    }

    /// A file in the national format: one row for each hour (1 … 24) and station.
    static func airFile(
        _ day: CivilDate, stations: [String], hours: ClosedRange<Int> = 1...24,
        values: (String, Int) -> String = { _, _ in "10,20,60,35,0.5,80" }
    ) -> [UInt8] {
        var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
        for hour in hours {
            let end = Instant(beijing: day, hour: hour)
            let label = "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00"
            for station in stations { text += "\(label),\(station),\(values(station, hour))\n" }
        }
        return Array(text.utf8)
    }

    @discardableResult
    static func importAir(_ bytes: [UInt8], into bureau: TestBureau) async throws -> FileImport.Outcome {
        try await FileImport.run(
            bytes, fileName: "test.csv", format: .air, defaultYear: nil, by: actor, into: bureau.book
        ) { _ in }
    }
}
