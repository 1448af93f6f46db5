import Standards
import Testing

@testable import Demo

@Suite struct DemoHistoryTests {
    let history: DemoHistory
    let start: Instant
    let end: Instant

    init() throws {
        history = try HistoryFixture().history
        start = try HistoryFixture.moment("2025-01-01T00:00")
        end = try HistoryFixture.moment("2026-11-22T00:00")
    }

    private func lines(_ pieces: some Sequence<[UInt8]>) -> [Substring] {
        String(decoding: pieces.flatMap(\.self), as: UTF8.self).split(separator: "\n")
    }

    @Test func `two histories of one plan are the same, and a part is the same as a part of the whole`() throws {
        let again = try HistoryFixture().history
        let day = try HistoryFixture.moment("2026-02-03T00:00")
        let next = day.adding(seconds: 86_400)
        #expect(Array(history.airCSV(from: day, to: next)) == Array(again.airCSV(from: day, to: next)))
        let month = lines(history.airCSV(from: day.adding(seconds: -20 * 86_400), to: next))
        #expect(month.suffix(24 * 12) == lines(again.airCSV(from: day, to: next)).dropFirst())
    }

    @Test func `a row of the file is what the history says of that station and hour`() throws {
        for line in lines(history.airCSV(from: end.adding(seconds: -86_400 * 60), to: end)).dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let stamp = cells[0]
            // The label is the END of the hour.
            let hour = stamp.suffix(4).prefix(2)
            let label = try HistoryFixture.moment("\(stamp.prefix(10))T\(hour):00")
            let values = try #require(
                history.air(station: String(cells[1]), hourFrom: label.adding(seconds: -3_600)))
            func cell(_ item: AirItem) -> String {
                guard let value = values.valid(item) else { return "" }
                return item == .co ? "\(value / 10).\(value % 10)" : "\(value)"
            }
            let shown = [cells[8], cells[10], cells[12], cells[16], cells[18], cells[20]].map(String.init)
            #expect(shown == [.pm10, .pm25, .o3, .no2, .so2, .co].map(cell))
            #expect(cells.count == 24)
            // Speed and direction come together, and only from stations that have the instrument.
            #expect(cells[22].isEmpty == cells[23].isEmpty)
            let plan = try #require(history.plan.airStations.first { $0.code == cells[1] })
            let hasWind = history.plan.channels(of: plan.device).contains { $0.item == "windSpeed" }
            #expect(hasWind || cells[22].isEmpty)
            #expect(cells[23].isEmpty || (0..<360).contains(Int(cells[23]) ?? -1))
            #expect([6, 7, 9, 11, 13, 14, 15, 17, 19, 21].allSatisfy { cells[$0].isEmpty })
        }
    }

    @Test func `a value is missing exactly where the list of gaps has a cause for it`() throws {
        let from = try HistoryFixture.moment("2026-03-01T00:00")
        let gaps = history.gaps(from: from, to: end)
        #expect(Set(gaps.map(\.gap.cause)) == Set(Gap.Cause.allCases))
        var listed = 0
        for gap in gaps {
            var hour = gap.from
            while hour < gap.to {
                let values = try #require(history.air(station: gap.station, hourFrom: hour))
                #expect(values.gap == gap.gap)
                listed += 1
                hour = hour.adding(seconds: 3_600)
            }
        }
        var missing = 0
        for place in history.plan.airStations.indices {
            for hour in LocalHour(containing: from).index..<LocalHour(containing: end).index {
                if history.air(station: place, at: LocalHour(index: hour)).gap != nil { missing += 1 }
            }
        }
        #expect(missing == listed)
    }

    @Test func `every station has a row for every hour`() {
        var rows = 0
        for piece in history.airCSV(from: start, to: end) { rows += piece.count { $0 == UInt8(ascii: "\n") } }
        #expect(rows == 1 + 12 * 24 * 690)
    }

    @Test func `sections report every four hours, a dry one nothing for this month and the last`() throws {
        let rows = lines(history.waterCSV(from: try HistoryFixture.moment("2026-09-01T00:00"), to: end)).dropFirst()
        #expect(rows.count == 10 * 6 * 82)
        let dry = rows.filter { $0.contains(",桐湾泵站,") }
        #expect(dry.first { $0.contains("不具备运行条件") }?.contains(",2026-10-01 00:00,") == true)
        #expect(dry.filter { $0.contains("不具备运行条件") }.count == 6 * 52)
        #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 17 })
        #expect(rows.filter { $0.contains("镜澜湖心") && $0.hasSuffix("正常") }.allSatisfy { !$0.contains("*") })
    }

    @Test func `a history that begins at an odd hour still has the national hours only`() throws {
        let odd = try HistoryFixture.moment("2026-09-01T01:30")
        let rows = lines(history.waterCSV(from: odd, to: odd.adding(seconds: 86_400))).dropFirst()
        #expect(rows.first?.contains(",2026-09-01 04:00,") == true)
    }
}
