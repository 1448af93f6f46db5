import Catalog
import Standards
import Testing

@testable import Monitoring

/// What holds of every test whatever the data: gaps, cuts, order, parameters.
struct CheckPropertyTests {
    /// Made-up series of small numbers, so that equal values, spikes and gaps are frequent.
    private static func series(_ generator: inout SystemRandomNumberGenerator, count: Int, station: String = "S1")
        -> CheckSeries
    {
        var words: [String] = []
        for _ in 0..<count {
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: words.append("-")
            case 1: words.append("\(Int.random(in: 0..<200, using: &generator))")
            case 2...5: words.append(words.last ?? "3")
            default:
                words.append("\(Int.random(in: 0..<9, using: &generator)).\(Int.random(in: 0..<3, using: &generator))")
            }
        }
        return CheckFixture.series(words.joined(separator: " "), station: station)
    }

    private static let pointTests: [(CheckKind, CheckTest)] = [
        (.range, .range(RangeTest(failMin: 1, suspectMin: 2, suspectMax: 7, failMax: 50))),
        (.spike, .spike(SpikeTest(method: .average, suspect: 4, fail: 20))),
        (.spike, .spike(SpikeTest(method: .differential, suspect: 4, fail: 20))),
        (.step, .step(StepTest(suspect: 4, fail: 20))),
        (.rate, .rate(RateTest(suspect: 4, fail: 20, longestGap: 10_800))),
        (.outlier, .outlier(OutlierTest(hours: 12, least: 5, sigmas: 2, direction: .both))),
        (.flatLine, .flatLine(FlatLineTest(suspect: 7_200, fail: 14_400))),
        (.restart, .restart(RestartTest(gap: 7_200, warmUp: 3_600))),
    ]

    private static func moment(_ hour: Int) -> Instant { CheckFixture.start.adding(seconds: hour * 3_600) }

    @Test func `what is judged in two parts is what is judged at once`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<60 {
            let series = Self.series(&generator, count: 60)
            let cut = Self.moment(Int.random(in: 0...60, using: &generator))
            for (kind, test) in Self.pointTests {
                let whole = CheckFixture.found(test, kind, of: series)
                let early = CheckFixture.found(test, kind, of: series, judged: CheckFixture.always.lowerBound..<cut)
                let late = CheckFixture.found(test, kind, of: series, judged: cut..<CheckFixture.always.upperBound)
                // A stretch over the cut is seen from both sides.
                let parts = early + late.filter { !early.contains($0) }
                #expect(whole == parts, "\(kind) \(series.points.map(\.value))")
                #expect(late.allSatisfy { $0.span.end > cut } && early.allSatisfy { $0.span.start < cut })
            }
        }
    }

    @Test func `a series cut in two with an overlap gives what the whole gives`() {
        var generator = SystemRandomNumberGenerator()
        let overlap = 30
        for _ in 0..<60 {
            let series = Self.series(&generator, count: 90)
            let cut = Int.random(in: overlap...60, using: &generator)
            let later = CheckSeries(
                station: "S1", kind: "station", item: "pm25", seconds: 3_600,
                points: Array(series.points[(cut - overlap)...]))
            for (kind, test) in Self.pointTests {
                let whole = CheckFixture.found(test, kind, of: series, judged: Self.moment(cut)..<Self.moment(90))
                let part = CheckFixture.found(test, kind, of: later, judged: Self.moment(cut)..<Self.moment(90))
                #expect(whole == part, "\(kind) cut at \(cut): \(series.points.map(\.value))")
            }
        }
    }

    /// A value that is not there takes itself and what compares with it out; it never makes another value suspicious.
    @Test func `a gap makes no finding of neighbours`() {
        var generator = SystemRandomNumberGenerator()
        let tests = Self.pointTests.filter { ![.outlier, .restart, .rate].contains($0.0) }
        for _ in 0..<60 {
            let series = Self.series(&generator, count: 40)
            let gap = Int.random(in: 0..<40, using: &generator)
            var points = series.points
            points[gap] = CheckSeries.Point(start: points[gap].start, value: nil)
            let holed = CheckSeries(station: "S1", kind: "station", item: "pm25", seconds: 3_600, points: points)
            for (kind, test) in tests {
                let before = Self.hoursFound(CheckFixture.found(test, kind, of: series))
                let after = Self.hoursFound(CheckFixture.found(test, kind, of: holed))
                #expect(after.isSubset(of: before), "\(kind) gap at \(gap): \(series.points.map(\.value))")
            }
        }
    }

    @Test func `a stricter parameter never finds less`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<60 {
            let series = Self.series(&generator, count: 60)
            for bound in [2, 5, 9, 40] {
                let pairs: [(CheckKind, CheckTest, CheckTest)] = [
                    (
                        .range, .range(RangeTest(suspectMax: ExactDecimal(bound))),
                        .range(RangeTest(suspectMax: ExactDecimal(bound - 1)))
                    ),
                    (
                        .spike, .spike(SpikeTest(method: .average, suspect: ExactDecimal(bound))),
                        .spike(SpikeTest(method: .average, suspect: ExactDecimal(bound - 1)))
                    ),
                    (
                        .step, .step(StepTest(suspect: ExactDecimal(bound))),
                        .step(StepTest(suspect: ExactDecimal(bound - 1)))
                    ),
                    (
                        .rate, .rate(RateTest(suspect: ExactDecimal(bound))),
                        .rate(RateTest(suspect: ExactDecimal(bound - 1)))
                    ),
                    (
                        .flatLine, .flatLine(FlatLineTest(suspect: bound * 3_600)),
                        .flatLine(FlatLineTest(suspect: (bound - 1) * 3_600))
                    ),
                    (
                        .flatLine, .flatLine(FlatLineTest(tolerance: ExactDecimal(bound - 1), suspect: 10_800)),
                        .flatLine(FlatLineTest(tolerance: ExactDecimal(bound), suspect: 10_800))
                    ),
                ]
                for (kind, loose, strict) in pairs {
                    let few = Self.hoursFound(CheckFixture.found(loose, kind, of: series))
                    #expect(
                        few.isSubset(of: Self.hoursFound(CheckFixture.found(strict, kind, of: series))),
                        "\(kind) \(bound)")
                }
            }
        }
    }

    @Test func `the order of stations and of their hours changes nothing`() throws {
        var generator = SystemRandomNumberGenerator()
        let rules = try CheckRules(.load(overlay: nil, environment: [:]), on: CivilDate("2026-06-01") ?? .first)
        for _ in 0..<5 {
            let series = (1...6).map { Self.series(&generator, count: 80, station: "S\($0)") }
            let report = CheckEngine.report(CheckField(series), rules: rules, judged: CheckFixture.always)
            let shuffled = series.shuffled(using: &generator).map { one in
                CheckSeries(
                    station: one.station, kind: one.kind, item: one.item, seconds: one.seconds,
                    points: one.points.shuffled(using: &generator))
            }
            let again = CheckEngine.report(CheckField(shuffled), rules: rules, judged: CheckFixture.always)
            #expect(report.findings == again.findings && !report.findings.isEmpty)
            #expect(Set(report.refusals) == Set(again.refusals))
        }
    }

    /// The rolling comparison of squares against the definition, computed anew for each value in fractions.
    @Test func `outliers are those of the definition`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<30 {
            let series = Self.series(&generator, count: 50)
            let test = OutlierTest(hours: 12, least: 5, sigmas: 2, direction: .both)
            let found = Self.hoursFound(CheckFixture.found(.outlier(test), .outlier, of: series))
            var expected: Set<Int64> = []
            for index in 0..<series.count {
                guard let value = series.points[index].value else { continue }
                let before = series.points[max(0, index - 12)..<index].compactMap(\.value?.rational).sorted()
                guard before.count >= 5 else { continue }
                let middle = before.count / 2
                let median =
                    before.count.isMultiple(of: 2)
                    ? try (before[middle - 1] + before[middle]) / 2 : before[middle]
                let mean = try before.reduce(Rational.zero, +) / Rational(before.count)
                let spread = before.reduce(Rational.zero) { $0 + ($1 - mean) * ($1 - mean) }
                let away = value.rational - median
                if away * away * Rational(before.count - 1) > spread * 4 { expected.insert(Int64(index)) }
            }
            #expect(found == expected)
        }
    }

    private static func hoursFound(_ findings: [CheckFinding]) -> Set<Int64> {
        var hours: Set<Int64> = []
        for finding in findings {
            let first = CheckFixture.start.seconds(until: finding.span.start) / 3_600
            for hour in first..<first + Int64(finding.span.seconds / 3_600) { hours.insert(hour) }
        }
        return hours
    }
}
