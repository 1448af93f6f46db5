import Catalog
import Standards
import Testing

@testable import Monitoring

/// Tests that hold one series against another, against checks of the device, or against marks.
struct CrossTestsTests {
    private static func hours(
        _ test: CheckTest, _ kind: CheckKind, _ series: CheckSeries, _ others: CheckSeries...
    ) -> [String] {
        CheckFixture.hours(CheckFixture.found(test, kind, of: series, among: others))
    }

    @Test func `a part is above its whole only beyond the tolerance, at any number of decimals`() throws {
        let tolerance = try #require(ExactDecimal("0.1"))
        let test = CheckTest.ordering(OrderingTest(partOf: "tn", tolerance: tolerance, grade: .fail))
        let part = CheckFixture.series("1.10 1.11 - 3", item: "nh3n")
        #expect(Self.hours(test, .ordering, part, CheckFixture.series("1 1 1 -", item: "tn")) == ["1f"])
    }

    @Test func `without its counterpart a rule says that it did not look`() throws {
        let series = CheckFixture.series("1 2")
        var pad = CheckPad(
            rule: CheckReference(id: "t", title: "t", version: .first, kind: .ordering), parameters: [], series: series,
            judged: CheckFixture.always)
        OrderingTest(partOf: "pm10").run(&pad, in: CheckField([series]))
        #expect(pad.refusals.map(\.reason) == [.noCounterpart(item: "pm10")])
        #expect(pad.findings.isEmpty)
    }

    @Test func `a ratio is taken in one unit and only where the other is large enough`() {
        let test = CheckTest.ratio(RatioTest(to: "no2", factor: 1_000, max: 50, otherLeast: 10))
        let carbon = CheckFixture.series("0.5 0.51 500 9", item: "co")
        #expect(Self.hours(test, .ratio, carbon, CheckFixture.series("10 10 20 9", item: "no2")) == ["1s", "2s"])
    }

    @Test func `parts that do not add up to the whole are found, incomplete ones are not judged`() throws {
        let share = try #require(ExactDecimal("0.1"))
        let test = SumTest(
            parts: [.init(item: "no2", factor: 1), .init(item: "no", factor: Rational("46/30") ?? 1)], share: share,
            least: 20)
        let whole = CheckFixture.series("96 106 86 96", item: "nox")
        let found = Self.hours(
            .sum(test), .sum, whole, CheckFixture.series("50 50 50 50", item: "no2"),
            CheckFixture.series("30 30 30 -", item: "no"))
        #expect(found == ["2s"])
    }

    /// 468 / (31.6 + 20) = 9.069… mg/L at 20 °C.
    @Test(arguments: [("13.604", [String]()), ("13.605", ["0s"]), ("18.140", ["0f"])])
    func `oxygen is held against the saturation at the temperature`(oxygen: String, expected: [String]) throws {
        let offset = try #require(ExactDecimal("31.6"))
        let share = try #require(ExactDecimal("1.5"))
        let test = SaturationTest(temperature: "wt", numerator: 468, offset: offset, suspect: share, fail: 2)
        #expect(
            Self.hours(
                .saturation(test), .saturation, CheckFixture.series(oxygen, item: "do"),
                CheckFixture.series("20", item: "wt")) == expected)
    }

    private static let crowd = ["S2", "S3", "S4"].map { CheckFixture.series("50 60 50", station: $0) }

    @Test func `a value far above its neighbours is asked about, unless one of them rises as well`() throws {
        let calm = try #require(ExactDecimal("1.1"))
        func found(_ calm: ExactDecimal?, _ words: String) -> [String] {
            CheckFixture.hours(
                CheckFixture.found(
                    .neighbours(NeighbourTest(factor: 3, least: 3, above: 100, calm: calm)), .neighbours,
                    of: CheckFixture.series(words), among: Self.crowd))
        }
        #expect(found(nil, "150 181 151") == ["1s", "2s"])
        #expect(found(calm, "150 181 151") == ["2s"])
    }

    @Test func `a value far below its neighbours is asked about where they are high enough`() {
        let test = CheckTest.neighbours(NeighbourTest(factor: nil, lowFactor: 10, least: 3, above: 55))
        #expect(
            CheckFixture.hours(
                CheckFixture.found(test, .neighbours, of: CheckFixture.series("4 5 4"), among: Self.crowd)) == ["1s"])
    }

    @Test func `stations of another group are no neighbours`() {
        let far = ["S2", "S3", "S4"].map { CheckFixture.series("50", station: $0, group: "far") }
        let found = CheckFixture.found(
            .neighbours(NeighbourTest(factor: 3, least: 3, above: 10)), .neighbours, of: CheckFixture.series("900"),
            among: far)
        #expect(found.isEmpty)
    }

    @Test func `sisters differ when both the amount and the share are exceeded`() throws {
        let share = try #require(ExactDecimal("0.2"))
        let test = CheckTest.sister(SisterTest(sister: "S2", difference: 10, share: share))
        let sister = CheckFixture.series("20 100 100", station: "S2")
        #expect(Self.hours(test, .sister, CheckFixture.series("10 120 130"), sister) == ["2s"])
    }

    @Test func `data since the last good check are in doubt after one that failed`() {
        func drift(_ hour: Int, _ kind: CheckDrift.Kind, _ error: ExactDecimal) -> CheckDrift {
            CheckDrift(
                station: "S1", item: "pm25", moment: CheckFixture.start.adding(seconds: hour * 3_600), kind: kind,
                error: error)
        }
        let test = DriftTest(zeroAdjust: 5, zeroInvalid: 10, spanAdjust: 5, spanInvalid: 10)
        let found = CheckFixture.found(
            .drift(test), .drift, of: CheckFixture.series("1 1 1 1 1 1"),
            drifts: [drift(5, .zero, -11), drift(1, .zero, 5), drift(2, .zero, 6), drift(4, .span, 10)])
        // 5 is not above the limit to adjust at; a span of 10 % is, and not above the limit of control.
        #expect(found.map(\.grade) == [.suspect, .suspect, .fail])
        #expect(CheckFixture.hours(found).last == "2-4f")
    }

    @Test func `every mark of HJ 212 takes its value out, and a mark nobody knows is asked about`() throws {
        let catalog = try RuleCatalog.load(overlay: nil, environment: [:])
        let day = CivilDate("2026-06-01") ?? .first
        let edition = try catalog.rule(.dischargeFlags, id: "HJ212-2017-flags", on: day)
        let words = (["N", ""] + edition.flags.keys.sorted().filter { $0 != "N" } + ["X"]).map { "1@\($0)" }
        let found = CheckFixture.found(
            .flags(FlagTest(edition)), .flags, of: CheckFixture.series(words.joined(separator: " ")))
        let seen = found.map { finding -> String in
            switch finding.fact {
            case .flagged(let letter, _, let hints): letter + (finding.grade == .fail ? "f" : "s") + (hints ? "!" : "")
            case .unknownFlag(let letter): letter + "?"
            default: "other"
            }
        }
        #expect(seen == ["Bf", "Cf", "Df", "Fs", "Mf", "Ss", "Tf!", "X?"])
        let run = CheckFixture.found(.flags(FlagTest(edition)), .flags, of: CheckFixture.series("1@M 1@M 1 1@M"))
        #expect(CheckFixture.hours(run) == ["0-1f", "3f"])
    }

    private static func marked(
        _ kind: CheckMark.Kind, hours: Int, madeAfter: Int, industry: String = "boiler"
    ) throws -> [CheckFact] {
        let catalog = try RuleCatalog.load(overlay: nil, environment: [:])
        let rule = try catalog.rule(.dischargeMarking, id: "MEE2022-21", on: CivilDate("2026-06-01") ?? .first)
        let mark = CheckMark(
            station: "S1", kind: kind, span: Period(start: CheckFixture.start, seconds: hours * 3_600),
            madeAt: CheckFixture.start.adding(seconds: madeAfter * 3_600), industry: industry)
        return CheckFixture.found(
            .marks(MarkTest(rule)), .marks, of: CheckFixture.series("1 1"), marks: [mark]
        ).map(\.fact)
    }

    @Test func `a mark counts until noon of the next day`() throws {
        #expect(try Self.marked(.deviceAbnormal, hours: 2, madeAfter: 36) == [.marked(.deviceAbnormal)])
        let noon = CheckFixture.start.adding(seconds: 36 * 3_600)
        #expect(try Self.marked(.deviceAbnormal, hours: 2, madeAfter: 37) == [.markedLate(deadline: noon)])
        #expect(try Self.marked(.maintenance, hours: 2, madeAfter: 37) == [.marked(.maintenance)])
    }

    @Test func `an event is left out for as long as the rule says, and only one that the industry has`() throws {
        #expect(try Self.marked(.operating(event: "cold_start"), hours: 4, madeAfter: 1).isEmpty)
        #expect(
            try Self.marked(.operating(event: "cold_start"), hours: 5, madeAfter: 1)
                == [.overlong("冷启动", allowedHours: 4)])
        #expect(
            try Self.marked(.operating(event: "cold_start"), hours: 1, madeAfter: 1, industry: "paper")
                == [.unknownEvent("cold_start")])
    }
}
