import Judging
import Testing

/// Every knot of every column of HJ 633, with one published unit below and above it, through the tables of the commands.
///
/// The expectation is worked out here from columns written down a second time, in whole tenths, by integer division.
struct AirKnotTests {
    struct Column: Sendable, CustomTestStringConvertible {
        let isDaily: Bool
        let is2026: Bool
        let item: Int
        let knots: [Int]
        /// What is counted above the last knot; nil where nothing is computed.
        let above: Int?

        var testDescription: String {
            "\(isDaily ? "day" : "hour") \(is2026 ? 2026 : 2012) \(AirKnotTests.names[item])"
        }
    }

    static let names = ["SO2", "NO2", "PM10", "PM2.5", "CO", "O3"]
    private static let indices = [0, 50, 100, 150, 200, 300, 400, 500]

    static let columns: [Column] = [false, true].flatMap { isDaily in
        [false, true].flatMap { is2026 in
            let hourly: [[Int]] = [[0, 150, 500, 650, 800], [0, 100, 200, 700, 1200, 2340, 3090, 3840]]
            let daily: [[Int]] = [
                [0, 50, 150, 475, 800, 1600, 2100, 2620], [0, 40, 80, 180, 280, 565, 750, 940],
            ]
            let particles: [[Int]] = [
                [0, 50, is2026 ? 120 : 150, 250, 350, 420, 500, 600],
                [0, 35, is2026 ? 60 : 75, 115, 150, 250, 350, 500],
            ]
            let last: [[Int]] =
                isDaily
                ? [[0, 2, 4, 14, 24, 36, 48, 60], [0, 100, 160, 215, 265, 800]]
                : [[0, 5, 10, 35, 60, 90, 120, 150], [0, 160, 200, 300, 400, 800, 1000, 1200]]
            return ((isDaily ? daily : hourly) + particles + last).enumerated().map { item, knots in
                let cut: Int? = (item == 0 && !isDaily) ? 200 : (item == 5 && isDaily) ? 300 : nil
                return Column(
                    isDaily: isDaily, is2026: is2026, item: item, knots: knots,
                    above: cut.map { is2026 ? $0 : nil } ?? 500)
            }
        }
    }

    /// The IAQI of a concentration in tenths; nil where none is computed.
    private static func index(_ tenths: Int, _ column: Column) -> Int? {
        for (place, knot) in column.knots.enumerated().dropFirst() where tenths <= knot * 10 {
            let low = column.knots[place - 1] * 10
            let rise = (indices[place] - indices[place - 1]) * (tenths - low)
            let width = knot * 10 - low
            return (rise + width - 1) / width + indices[place - 1]
        }
        return column.above
    }

    private static func added(_ index: Int?, _ column: Column) -> [String] {
        guard let index else { return ["NA", "", ""] }
        let aqi = max(index, column.is2026 ? 1 : 0)
        let level = 1 + [50, 100, 150, 200, 300].count { aqi > $0 }
        return ["\(aqi)", "\(level)", aqi > 50 ? names[column.item] : ""]
    }

    @Test(arguments: columns)
    func `at every knot and one unit beside it the IAQI is the ceiling of the exact fraction`(column: Column) throws {
        let unit = column.item == 4 ? 1 : 10
        let tenths = column.knots.flatMap { [$0 * 10 - unit, $0 * 10, $0 * 10 + unit] }.filter { $0 >= 0 }
        let day = column.is2026 ? "2026-03-01" : "2026-02-28"
        let rows = tenths.map { value in
            var fields = Array(repeating: "/", count: 6)
            fields[column.item] = unit == 1 ? "\(value / 10).\(value % 10)" : "\(value / 10)"
            return ([column.isDaily ? day : day + "T12:00:00+08:00", "demo"] + fields).joined(separator: ",")
        }
        let result = try column.isDaily ? JudgedText.days(rows: rows) : JudgedText.air(rows: rows)
        #expect(result.counts == JudgedCounts(rows: rows.count, refused: 0))
        for (row, value) in zip(try result.rows, tenths) {
            #expect(Array(row[8...10]) == Self.added(Self.index(value, column), column), "\(row)")
            #expect(row[11] == (column.is2026 ? "HJ633-2026" : "HJ633-2012"))
        }
        // Both sides of all knots but the first, which has no lower one.
        #expect(rows.count == column.knots.count * 3 - 1)
    }

    @Test
    func `all twelve columns of both editions are walked`() {
        #expect(Self.columns.count == 24)
        #expect(Self.columns.map(\.knots.count).reduce(0, +) == 182)
    }
}
