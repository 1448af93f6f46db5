import Standards
import Testing

@testable import Monitoring

/// Tests of stretches: standing still, absence, warming up, values that were made.
struct RunTestsTests {
    private static let hour = 3_600

    private static func flat(_ test: FlatLineTest, _ words: String, among others: [CheckSeries] = []) -> [String] {
        CheckFixture.hours(
            CheckFixture.found(.flatLine(test), .flatLine, of: CheckFixture.series(words), among: others))
    }

    @Test func `four equal hours last four hours`() {
        let test = FlatLineTest(suspect: 4 * Self.hour, fail: 6 * Self.hour)
        #expect(Self.flat(test, "1 2 2 2 3").isEmpty)
        #expect(Self.flat(test, "1 2 2.0 2 2 3") == ["1-4s"])
        #expect(Self.flat(test, "2 2 2 2 2 2") == ["0-5f"])
    }

    @Test func `what has hung since the evening before is seen on the day`() {
        let test = CheckTest.flatLine(FlatLineTest(suspect: 4 * Self.hour))
        func found(_ first: Int, _ last: Int) -> [String] {
            let judged =
                CheckFixture.start.adding(seconds: first * 3_600)..<CheckFixture.start.adding(seconds: last * 3_600)
            return CheckFixture.hours(
                CheckFixture.found(test, .flatLine, of: CheckFixture.series("1 2 2 2 2 2 3"), judged: judged))
        }
        #expect(found(4, 9) == ["1-5s"])
        #expect(found(0, 2) == ["1-5s"])
        #expect(found(6, 9).isEmpty && found(0, 1).isEmpty)
    }

    @Test func `a gap ends a stretch unless the rule lets it pass`() {
        #expect(Self.flat(FlatLineTest(suspect: 4 * Self.hour), "2 2 - 2 2").isEmpty)
        #expect(Self.flat(FlatLineTest(suspect: 4 * Self.hour, longestGap: 7_200), "2 2 - 2 2") == ["0-4s"])
    }

    @Test func `with a tolerance windows that overlap are one stretch`() {
        let test = FlatLineTest(tolerance: 1, suspect: 3 * Self.hour)
        #expect(Self.flat(test, "1 2 2 3 3 5 9 9.5 10 10.6") == ["0-4s", "6-8s"])
        #expect(Self.flat(test, "1 3 1 3 1").isEmpty)
    }

    @Test func `small values stand still by rounding alone`() {
        #expect(Self.flat(FlatLineTest(suspect: 3 * Self.hour, above: 2), "2 2 2 2 3 3 3") == ["4-6s"])
    }

    @Test func `detection limits that are not reached neither stand still nor repeat, and are not missing`() {
        let words = "1L 1L 1L 1L 1L 1L 2 3 2L 3L"
        #expect(Self.flat(FlatLineTest(suspect: 4 * Self.hour), words).isEmpty)
        #expect(Self.copied(CopiedTest(from: .earlier, count: 2, distinct: 2), words).isEmpty)
        #expect(Self.missing(MissingTest(of: .value, suspect: 2 * Self.hour), words, hours: 10).isEmpty)
        let test = SpikeTest(method: .average, suspect: 3)
        let spike = CheckFixture.found(.spike(test), .spike, of: CheckFixture.series("1L 9 1L"))
        #expect(CheckFixture.hours(spike) == ["1s"])
    }

    @Test func `a calm night at all stations is no instrument that hangs`() {
        let test = FlatLineTest(suspect: 4 * Self.hour, neighboursMove: 5, neighboursLeast: 3)
        let calm = ["S2", "S3", "S4"].map { CheckFixture.series("20 20 21 20", station: $0) }
        let moving = ["S2", "S3", "S4"].map { CheckFixture.series("20 30 40 50", station: $0) }
        #expect(Self.flat(test, "5 5 5 5", among: calm).isEmpty)
        #expect(Self.flat(test, "5 5 5 5", among: moving) == ["0-3s"])
        #expect(Self.flat(test, "5 5 5 5", among: Array(moving.prefix(2))) == ["0-3s"])
    }

    private static func missing(_ test: MissingTest, _ words: String, hours: Int) -> [String] {
        let due = CheckFixture.start..<CheckFixture.start.adding(seconds: hours * 3_600)
        return CheckFixture.hours(
            CheckFixture.found(.missing(test), .missing, of: CheckFixture.series(words), due: due))
    }

    @Test func `what is due and did not come is missing, at the ends as well`() {
        let test = MissingTest(of: .value, suspect: 3 * Self.hour, fail: 5 * Self.hour)
        #expect(Self.missing(test, "1 - - 2", hours: 6).isEmpty)
        #expect(Self.missing(test, "- - - 2 3@M - 5", hours: 10) == ["0-2s", "7-9s"])
        #expect(Self.missing(test, "- - - - -", hours: 5) == ["0-4f"])
    }

    @Test func `a message without a value is no silence, and what is not monitored is not missing`() {
        let test = MissingTest(of: .message, suspect: 3 * Self.hour)
        #expect(Self.missing(test, "1 - - - 2", hours: 5).isEmpty)
        #expect(Self.missing(MissingTest(of: .value, suspect: 3 * Self.hour), "-@/ -@/ -@/ -@/", hours: 4).isEmpty)
    }

    @Test func `the first hour after an interruption is asked about`() {
        let test = RestartTest(gap: 3 * Self.hour, warmUp: Self.hour)
        let found = CheckFixture.found(.restart(test), .restart, of: CheckFixture.series("1 - - 2 - - - 4 5"))
        #expect(CheckFixture.hours(found) == ["7s"])
    }

    private static func steady(_ test: FluctuationTest, _ words: String) -> [String] {
        CheckFixture.hours(CheckFixture.found(.fluctuation(test), .fluctuation, of: CheckFixture.series(words)))
    }

    /// 99 101 99 101: mean 100, deviation exactly 1.
    @Test func `a day moves less than a share of its mean only below the share, not at it`() throws {
        let one = try #require(ExactDecimal("0.01"))
        let more = try #require(ExactDecimal("0.0101"))
        func test(_ below: ExactDecimal) -> FluctuationTest {
            FluctuationTest(window: 4 * Self.hour, least: 4, below: below, above: 10)
        }
        #expect(Self.steady(test(one), "99 101 99 101").isEmpty)
        #expect(Self.steady(test(more), "99 101 99 101") == ["0-3s"])
        #expect(Self.steady(test(more), "99 101 99 101 99 500") == ["0-4s"])
        #expect(Self.steady(test(more), "99 101 - 101").isEmpty)
        #expect(Self.steady(test(more), "9.9 10.1 9.9 10.1 9.9 10.1").isEmpty)
    }

    @Test func `values that repeat every four hours are found, growing ones of the same shape too, others not`() throws
    {
        let bound = try #require(ExactDecimal("0.999"))
        let test = PeriodicityTest(lag: 4 * Self.hour, window: 8 * Self.hour, least: 8, correlation: bound)
        func found(_ words: String) -> [String] {
            CheckFixture.hours(
                CheckFixture.found(.periodicity(test), .periodicity, of: CheckFixture.series(words)))
        }
        #expect(found("1 5 2 8 1 5 2 8 1 5 2 8") == ["4-11s"])
        #expect(found("1 5 2 8 2 10 4 16 1 5 2 8").isEmpty)
        #expect(found("3 3 3 3 3 3 3 3 3 3 3 3").isEmpty)
        #expect(found("1 5 2 8 9 5 8 2 1 5 2 8").isEmpty)
    }

    private static func copied(_ test: CopiedTest, _ words: String, among others: [CheckSeries] = []) -> [CheckFinding]
    {
        CheckFixture.found(.copied(test), .copied, of: CheckFixture.series(words), among: others)
    }

    @Test func `a run that came before is found as a whole, with where it came from`() {
        let test = CopiedTest(from: .earlier, count: 3, distinct: 3)
        let found = Self.copied(test, "1 2 3 4 9 9 1 2 3 4 5")
        #expect(CheckFixture.hours(found) == ["6-9s"])
        #expect(found.first?.fact == .copied(station: nil, from: CheckFixture.start))
        #expect(Self.copied(test, "1 2 3 4 9 9 1 2 - 3 4").isEmpty)
        #expect(Self.copied(test, "1 2 1 2 1 2 1 2").isEmpty)
    }

    @Test func `the same values at the same time at another station of the group are found`() {
        let test = CopiedTest(from: .stations, count: 3, distinct: 2)
        let other = CheckFixture.series("9 1 2.0 2 7", station: "S2", group: "")
        #expect(CheckFixture.hours(Self.copied(test, "8 1 2 2 6", among: [other])) == ["1-3s"])
        let stranger = CheckFixture.series("9 1 2 2 7", station: "S2", group: "elsewhere")
        #expect(Self.copied(test, "8 1 2 2 6", among: [stranger]).isEmpty)
    }
}
