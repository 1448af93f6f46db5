import Monitoring
import Records
import Standards
import Storage
import TestKit
import Testing

struct AirTraceTests {
    private static let first = CivilDate(year: 2026, month: 11, day: 18) ?? .first
    private static let days = 4
    private static let stations = ["S1", "S2", "S3", "M1"]

    /// A bureau with gaps, hours that were sent twice, a station that does not count and one that nobody knows.
    private func bureau(_ generator: inout SeededGenerator) async throws -> TestBureau {
        let bureau = try await MonitoringFixture.bureau(stations: ["S1", "S2", "S3"])
        try await bureau.book.record(MonitoringFixture.station("M1", isEvaluated: false, level: "微型站"))
        for day in 0..<Self.days {
            for hours in [1...24, 5...9] {
                var values: [String] = []
                for _ in 0..<(Self.stations.count * 24) {
                    let isGap = Int.random(in: 0..<12, using: &generator) == 0
                    let fine = Int.random(in: 1..<200, using: &generator)
                    values.append(
                        isGap ? "NA,NA,NA,NA,NA,NA" : "7,\(fine / 2),\(fine + 9),\(fine),0.\(fine % 9),\(fine)")
                }
                try await MonitoringFixture.importAir(
                    MonitoringFixture.airFile(
                        Self.first.adding(days: day), stations: Self.stations, hours: hours
                    ) { station, hour in
                        values[(Self.stations.firstIndex(of: station) ?? 0) * 24 + hour - 1]
                    }, into: bureau)
            }
        }
        return bureau
    }

    private func input(_ generator: inout SeededGenerator) -> InputID {
        let place = ["S1", "S2", "S3", "M1", "district", "S9"].randomElement(using: &generator) ?? ""
        let item = ["so2", "no2", "pm10", "pm25", "co", "o3", "pm1"].randomElement(using: &generator) ?? ""
        // One day more on both sides has nothing.
        let date = Self.first.adding(days: Int.random(in: -1...Self.days, using: &generator))
        let start = Instant(beijing: date, hour: Int.random(in: 0..<24, using: &generator)).secondsSince1970
        switch Int.random(in: 0..<20, using: &generator) {
        case 0: return InputID("record", ["1"])
        case 1: return InputID("air-day", [place, item])
        case 2: return InputID("air-hour", [place, item, "\(start + 1)"])
        case 3...5: return InputID("air-aqi", [place, date.description])
        case 6...8: return InputID("air-iaqi", [place, item, date.description])
        case 9...13: return InputID("air-day", [place, item, date.description])
        default: return InputID("air-hour", [place, item, "\(start)"])
        }
    }

    @Test func `many inputs are traced together as each is alone`() async throws {
        var generator = SeededGenerator(seed: 20_261_127)
        let bureau = try await bureau(&generator)
        let archive = bureau.book.archive
        var inputs: [InputID] = []
        for _ in 0..<1_500 { inputs.append(input(&generator)) }
        let asked = inputs
        let (together, alone) = try await bureau.book.database.read { connection in
            let figures = AirFigures()
            return (
                try figures.traces(asked, in: connection, from: archive),
                try asked.map { try figures.trace($0, in: connection, from: archive) }
            )
        }
        #expect(together.count == asked.count)
        for (input, (first, second)) in zip(asked, zip(together, alone)) where first != second {
            Issue.record("\(input.rawValue)")
        }
        let found = together.compactMap(\.self)
        #expect(found.count > 700 && found.count < asked.count)
        #expect(found.contains { $0.evidence.count > 1 } && found.contains { $0.inputs.contains { $0.value == nil } })
    }
}
