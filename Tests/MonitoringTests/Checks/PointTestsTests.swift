import Standards
import Testing

@testable import Monitoring

/// Tests of single values: bounds, spikes, changes.
struct PointTestsTests {
    private static func range(_ test: RangeTest, _ words: String) -> [String] {
        CheckFixture.hours(CheckFixture.found(.range(test), .range, of: CheckFixture.series(words)))
    }

    @Test func `a value at a bound is inside, the next digit is not`() {
        let test = RangeTest(failMin: 0, suspectMin: 1, suspectMax: 10, failMax: 20)
        #expect(Self.range(test, "0 1 10 20").isEmpty == false)
        #expect(Self.range(test, "0 1 10 20") == ["0s", "3s"])
        #expect(Self.range(test, "-0.001 0.999 10.001 20.001") == ["0f", "1s", "2s", "3f"])
    }

    @Test func `a bound with more decimals than the values is compared exactly`() throws {
        let bound = try #require(ExactDecimal("0.35"))
        #expect(Self.range(RangeTest(suspectMax: bound), "0.3 0.4") == ["1s"])
        #expect(Self.range(RangeTest(suspectMin: bound), "0.3 0.4") == ["0s"])
        let below = try #require(ExactDecimal("-0.35"))
        #expect(Self.range(RangeTest(failMin: below), "-0.3 -0.4") == ["1f"])
    }

    @Test(arguments: [
        (RangeTest(failMax: 5), ["2f"]), (RangeTest(failMin: 0), ["0f"]), (RangeTest(suspectMin: 0), ["0s"]),
    ])
    func `a limit on one side says nothing of the other`(test: RangeTest, expected: [String]) {
        #expect(Self.range(test, "-9 3 900") == expected)
    }

    @Test func `marked and absent values are not in any range`() {
        #expect(Self.range(RangeTest(failMin: 0, failMax: 5), "900@T - 900@M 900").count == 1)
    }

    private static func spike(_ test: SpikeTest, _ words: String) -> [String] {
        CheckFixture.hours(CheckFixture.found(.spike(test), .spike, of: CheckFixture.series(words)))
    }

    @Test func `a spike is measured from the mean of both neighbours, exactly`() throws {
        let bound = try #require(ExactDecimal("2.5"))
        let test = SpikeTest(method: .average, suspect: bound, fail: 10)
        #expect(Self.spike(test, "1 4 2").isEmpty)
        #expect(Self.spike(test, "1 4.1 2") == ["1s"])
        #expect(Self.spike(test, "0 10 0").contains("1s"))
        #expect(Self.spike(test, "0 10.1 0") == ["1f"])
    }

    @Test func `a rise that stays is a step, no peak`() {
        let test = SpikeTest(method: .differential, suspect: 5)
        #expect(Self.spike(test, "0 9 18 18").isEmpty)
        #expect(Self.spike(test, "0 9 0 -9 0") == ["1s", "3s"])
        #expect(Self.spike(test, "0 9 4 4").isEmpty)
    }

    @Test func `values beside a gap have no neighbour to be a spike of`() {
        for method in SpikeTest.Method.allCases {
            #expect(Self.spike(SpikeTest(method: method, suspect: 1), "0 - 9 - 0").isEmpty)
            #expect(Self.spike(SpikeTest(method: method, suspect: 1), "0 9 - 0").isEmpty)
        }
    }

    private static func outlier(_ test: OutlierTest, _ words: String) -> [CheckFinding] {
        CheckFixture.found(.outlier(test), .outlier, of: CheckFixture.series(words))
    }

    /// Before the last value: median 2, mean 2, sum of squares 10 around it, deviation of the sample √(10/9)… of 1 1 2 2 2 3 3 it is
    /// √(4/6): three of them are 2.449….
    @Test(arguments: [("4.44", 0), ("4.45", 1)])
    func `an outlier is more than three deviations of the sample above the median`(value: String, expected: Int) {
        let test = OutlierTest(hours: 24, least: 7, sigmas: 3)
        #expect(Self.outlier(test, "1 1 2 2 2 3 3 \(value)").count == expected)
        #expect(Self.outlier(test, "1 1 2 2 2 3 3 -\(value)").isEmpty)
    }

    @Test func `with too few values before it nothing is an outlier, and small excesses are none`() {
        #expect(Self.outlier(OutlierTest(hours: 24, least: 8, sigmas: 3), "1 1 2 2 2 3 3 99").isEmpty)
        #expect(Self.outlier(OutlierTest(hours: 24, least: 3, sigmas: 3, excess: 5), "2 2 2 2 6").isEmpty)
        #expect(Self.outlier(OutlierTest(hours: 24, least: 3, sigmas: 3, excess: 5), "2 2 2 2 8").count == 1)
    }

    @Test func `values older than the window do not count`() {
        let words = "100 100 100 " + String(repeating: "2 3 ", count: 12) + "9"
        #expect(Self.outlier(OutlierTest(hours: 24, least: 12, sigmas: 3), words).count == 1)
        #expect(Self.outlier(OutlierTest(hours: 27, least: 12, sigmas: 3), words).isEmpty)
    }

    @Test func `a step is measured over a gap only as far as the rule says`() {
        func found(_ gap: Int?) -> [String] {
            CheckFixture.hours(
                CheckFixture.found(
                    .step(StepTest(suspect: 1, fail: 3, longestGap: gap)), .step,
                    of: CheckFixture.series("7 8 9.1 - 5", item: "ph")))
        }
        #expect(found(nil) == ["2s"])
        #expect(found(7_200) == ["2s", "4f"])
    }

    @Test func `a rate counts the time that really passed`() {
        let series = CheckSeries(
            station: "S1", kind: "station", item: "pm25", seconds: 0,
            points: [(0, 0), (600, 10), (4_200, 80), (4_201, 81)].map { second, value in
                CheckSeries.Point(start: CheckFixture.start.adding(seconds: second), value: ExactDecimal(value))
            })
        func places(_ bound: ExactDecimal) -> [Int64] {
            CheckFixture.found(.rate(RateTest(suspect: bound, longestGap: 86_400)), .rate, of: series)
                .map { CheckFixture.start.seconds(until: $0.span.start) }
        }
        #expect(places(59) == [600, 4_200, 4_201])
        #expect(places(60) == [4_200, 4_201])
        #expect(places(70) == [4_201])
        #expect(places(3_600).isEmpty)
    }

    @Test func `a number that no common scale holds is always reported, and hides no other`() {
        let points = ["1", "0.0000000001", "5", "99999999999999999", "2"].enumerated().map { index, text in
            CheckSeries.Point(start: CheckFixture.start.adding(seconds: index * 3_600), value: ExactDecimal(text))
        }
        let series = CheckSeries(station: "S1", kind: "station", item: "pm25", seconds: 3_600, points: points)
        #expect(series.unfit == [1, 3])
        #expect(CheckFixture.hours(CheckFixture.found(.range(RangeTest(failMax: 4)), .range, of: series)) == ["2f"])
    }
}
