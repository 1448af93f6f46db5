import Catalog
import Documents
import PublishedRows
import Standards
import Testing

@testable import Monitoring

/// `air check`: a table in, findings out.
struct CheckTableTests {
    private static func table(_ text: String) throws -> CheckTable {
        var chunk: [UInt8]? = Array(text.utf8)
        return try CheckTable(
            ChunkSource {
                defer { chunk = nil }
                return chunk
            })
    }

    private static func report(_ table: CheckTable, only ids: Set<String> = []) throws -> CheckEngine.Report {
        try table.report(by: .load(overlay: nil, environment: [:]), only: ids)
    }

    @Test func `a finding names rule, version, numbers and hour`() throws {
        let table = try Self.table(
            "time,station,pm25,pm10\n2026-06-01T01:00:00+08:00,S1,0,50\n2026-06-01T02:00:00+08:00,S1,31,30\n")
        let report = try Self.report(table, only: ["air.inverted", "air.negative"])
        let lines = String(decoding: CheckTable.csv(report.findings), as: UTF8.self).split(separator: "\n")
        #expect(
            lines == [
                "rule,version,test,grade,station,item,from,to,value,reference,parameters,message",
                "air.inverted,2013-01-01,ordering,suspect,S1,pm25,2026-06-01T01:00:00+08:00,2026-06-01T02:00:00+08:00,31,30,"
                    + "part_of=pm10 grade=suspect,PM2.5 31 高于PM10 30，按定义不应更高",
            ])
    }

    @Test func `a row that cannot be read is named and takes no part`() throws {
        let table = try Self.table(
            "time,station,pm25\n2026-06-01T01:00:00+08:00,S1,abc\n2026-06-01T02:00,S1,3\n2026-06-01T03:00:00+08:00,S1,4\n"
        )
        #expect(table.rows == 3 && table.refusals.map(\.line) == [2, 3])
        #expect(table.field.series.map(\.count) == [1])
        #expect(throws: CheckTableError.self) { try Self.table("time,station\n") }
        #expect(throws: CheckTableError.self) { try Self.table("") }
        #expect(throws: CheckTableError.self) { try Self.table("time,station,pm25,pm25\n") }
    }

    /// 131 station-hours as the national platform published them.
    @Test func `published hours are neither negative nor inverted, and none is out of the possible range`() throws {
        var text = "time,station,so2,no2,co,o3,pm10,pm25\n"
        var rows = 0
        for line in HourlyStations.csv.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            text += "2018-02-20T07:00:00+08:00,\(fields[0...6].joined(separator: ","))\n"
            rows += 1
        }
        let table = try Self.table(text)
        #expect(table.rows == rows && rows == 131 && table.refusals.isEmpty)
        let report = try Self.report(table, only: ["air.inverted", "air.negative", "air.range"])
        #expect(report.findings.filter { $0.grade == .fail || $0.rule.id == "air.inverted" }.isEmpty)
    }

    /// 1002A: PM2.5 of 0 was published.
    @Test func `particles of zero are accepted, below zero they are not`() throws {
        func found(_ value: String) throws -> Int {
            let table = try Self.table("time,station,pm25\n2026-06-01T01:00:00+08:00,1002A,\(value)\n")
            return try Self.report(table, only: ["air.negative"]).findings.count
        }
        #expect(try found("0") == 0)
        #expect(try found("-1") == 1)
    }
}
