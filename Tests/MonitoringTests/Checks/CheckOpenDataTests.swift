import Catalog
import Standards
import Testing

@testable import Monitoring

/// Facts of published hours on which rules rest.
@Suite(.enabled(if: PublishedHours.isThere, "\(PublishedHours.note)"))
struct CheckOpenDataTests {
    @Test func `no published hour is negative or inverted, has impossible gases or repeats by the day`() throws {
        let table = try PublishedHours.table.get()
        #expect(table.rows > 20_000 && table.refusals.isEmpty)
        let impossible = ["air.inverted", "air.negative", "air.ratio", "air.periodic"]
        let catalog = try RuleCatalog.load(overlay: nil, environment: [:])
        #expect(try table.report(by: catalog, only: Set(impossible)).findings.isEmpty)
        let range = try table.report(by: catalog, only: ["air.range"]).findings
        #expect(range.allSatisfy { $0.grade == .suspect && ["pm10", "pm25"].contains($0.item) })
    }

    /// One hour of real data turned upside down is found among 31,000 rows.
    @Test func `an hour that was tampered with is found`() throws {
        let table = try PublishedHours.table.get()
        let fine = try #require(table.field.series.first { $0.item == "pm25" && $0.station == "1018A" })
        let place = try #require(
            (500..<fine.count - 1).first { fine.isJoined($0, 3_600) && fine.isJoined($0 + 1, 3_600) })
        var points = fine.points
        points[place] = CheckSeries.Point(start: points[place].start, value: 900)
        let others = table.field.series.filter { $0.station != "1018A" || $0.item != "pm25" }
        let field = CheckField(
            others + [
                CheckSeries(station: "1018A", kind: "station", item: "pm25", seconds: 3_600, points: points)
            ])
        let day = points[place].start.beijingDate
        let rules = try CheckRules(.load(overlay: nil, environment: [:]), on: day)
        let hour = points[place].start..<points[place].start.adding(seconds: 3_600)
        let found = CheckEngine.report(field, rules: rules, judged: hour).findings
            .filter { $0.station == "1018A" && $0.item == "pm25" && $0.value == 900 }
        let ids = Set(found.map(\.rule.id))
        #expect(ids.isSuperset(of: ["air.inverted", "air.neighbours", "air.outlier", "air.rate", "air.spike"]))
    }
}
