import Monitoring
import Standards
import Storage
import Testing

@testable import Registry

/// Data of periods before the 验收 of their device never count, whatever is recorded in which order.
struct AcceptanceTests {
    private static let outlet = "DA001"

    /// A binding recorded at midnight of a day of November 2026.
    private static func binding(
        _ mn: String = "MN1", day: Int, acceptedOn: String?, analyser: String = "", object: String = outlet
    ) -> DeviceBinding {
        var settings = DeviceSettings()
        settings.acceptedOn = acceptedOn.flatMap { CivilDate($0) }
        return DeviceBinding(
            mn: mn, sequence: Int64(day), sinceMilliseconds: milliseconds(day), object: object, settings: settings,
            channels: [DeviceChannel(code: "a21002", item: "nox", analyser: analyser)])
    }

    private static func milliseconds(_ day: Int, hour: Int = 0) -> Int64 {
        let date = CivilDate(year: 2026, month: 11, day: 1) ?? .first
        return Instant(beijing: date.adding(days: day - 1), hour: hour).secondsSince1970 * 1_000
    }

    /// A reading that arrived at noon of a day, of a period that began at a time.
    private static func reading(_ start: String, day: Int, item: String = "nox") -> Reading {
        Reading(
            series: SeriesKey(object: outlet, item: item, seconds: 3_600),
            start: Instant(start + "+08:00") ?? Instant(secondsSince1970: 0),
            arrivedMilliseconds: milliseconds(day, hour: 12), origin: .packet(PacketAddress(rawValue: 1)), value: 68,
            flag: "N")
    }

    private static func acceptance(
        _ bindings: [DeviceBinding], sources: [String: ClosedRange<Int>] = ["MN1": 1...30]
    ) -> Acceptance {
        Acceptance(
            bindings: bindings,
            sources: Dictionary(
                uniqueKeysWithValues: sources.map { mn, days in
                    (
                        ReadingSource(object: outlet, mn: mn),
                        milliseconds(days.lowerBound)...milliseconds(days.upperBound, hour: 23)
                    )
                }))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bindings: [DeviceBinding]
        let start: String
        let day: Int
        let counts: Bool

        init(_ name: String, _ bindings: [DeviceBinding], _ start: String, day: Int, _ counts: Bool) {
            testDescription = name
            self.bindings = bindings
            self.start = start
            self.day = day
            self.counts = counts
        }
    }

    @Test(arguments: [
        Case("no date, no use", [binding(day: 1, acceptedOn: nil)], "2026-11-05T10:00", day: 5, false),
        Case(
            "the hour before the day", [binding(day: 1, acceptedOn: "2026-11-05")], "2026-11-04T23:00", day: 5, false),
        Case("from its midnight on", [binding(day: 1, acceptedOn: "2026-11-05")], "2026-11-05T00:00", day: 5, true),
        Case(
            "a date recorded later counts from that date on",
            [binding(day: 1, acceptedOn: nil), binding(day: 20, acceptedOn: "2026-11-05")], "2026-11-05T10:00", day: 5,
            true),
        Case(
            "but not before it",
            [binding(day: 1, acceptedOn: nil), binding(day: 20, acceptedOn: "2026-11-05")], "2026-11-04T10:00", day: 4,
            false),
        Case(
            "a corrected date replaces the wrong one",
            [binding(day: 1, acceptedOn: "2026-11-01"), binding(day: 20, acceptedOn: "2026-11-10")],
            "2026-11-05T10:00", day: 5, false),
        Case(
            "a date that was taken back counts no more",
            [binding(day: 1, acceptedOn: "2026-11-01"), binding(day: 20, acceptedOn: nil)], "2026-11-05T10:00", day: 5,
            false),
        Case(
            "a new analyser does not touch what the old one sent",
            [
                binding(day: 1, acceptedOn: "2026-11-01", analyser: "甲"),
                binding(day: 10, acceptedOn: nil, analyser: "乙"),
            ], "2026-11-05T10:00", day: 5, true),
        Case(
            "nor does its own 验收 serve the old one's data",
            [
                binding(day: 1, acceptedOn: nil, analyser: "甲"),
                binding(day: 10, acceptedOn: "2026-11-01", analyser: "乙"),
            ], "2026-11-05T10:00", day: 5, false),
        Case(
            "a new analyser waits for its own 验收",
            [
                binding(day: 1, acceptedOn: "2026-11-01", analyser: "甲"),
                binding(day: 10, acceptedOn: nil, analyser: "乙"),
            ], "2026-11-12T10:00", day: 12, false),
        Case(
            "and gets it later",
            [
                binding(day: 1, acceptedOn: "2026-11-01", analyser: "甲"),
                binding(day: 10, acceptedOn: nil, analyser: "乙"),
                binding(day: 20, acceptedOn: "2026-11-11", analyser: "乙"),
            ], "2026-11-12T10:00", day: 12, true),
        Case(
            "an analyser named later was there before",
            [binding(day: 1, acceptedOn: nil), binding(day: 20, acceptedOn: "2026-11-02", analyser: "甲")],
            "2026-11-05T10:00", day: 5, true),
        Case(
            "a binding to something else ends the chain",
            [
                binding(day: 1, acceptedOn: nil), binding(day: 10, acceptedOn: "2026-11-01", object: "DA002"),
            ], "2026-11-05T10:00", day: 5, false),
        Case(
            "data from before the first binding fall under it",
            [binding(day: 10, acceptedOn: "2026-11-01")], "2026-11-05T10:00", day: 5, true),
        Case(
            "a history sent after 验收 of periods before it stays 未验收",
            [binding(day: 1, acceptedOn: "2026-11-05")], "2026-11-02T10:00", day: 9, false),
    ])
    func `the binding at receipt decides, as later ones of the same analyser amend it`(_ one: Case) {
        let acceptance = Self.acceptance(one.bindings)
        for item in ["nox", "nox-zs"] {
            #expect(acceptance.covers(Self.reading(one.start, day: one.day, item: item)) == one.counts)
        }
    }

    @Test
    func `of two devices that speak at one time both have to be accepted, and one that came later does not count`() {
        let bindings = [
            Self.binding("MN1", day: 1, acceptedOn: "2026-11-01"), Self.binding("MN2", day: 12, acceptedOn: nil),
        ]
        let apart = Self.acceptance(bindings, sources: ["MN1": 1...10, "MN2": 11...20])
        #expect(apart.covers(Self.reading("2026-11-05T10:00", day: 5)))
        #expect(!apart.covers(Self.reading("2026-11-15T10:00", day: 15)))
        let together = Self.acceptance(bindings, sources: ["MN1": 1...20, "MN2": 11...20])
        #expect(!together.covers(Self.reading("2026-11-15T10:00", day: 15)))
    }

    @Test func `what came in a file has no device to be accepted`() {
        let row = Reading(
            series: SeriesKey(object: Self.outlet, item: "nox", seconds: 3_600), start: Instant(secondsSince1970: 0),
            arrivedMilliseconds: 0, origin: .importRow(batch: 1, line: 2), value: 1, flag: "")
        #expect(Self.acceptance([]).covers(row))
    }

    @Test func `no sequence of dates lets a period count that is before all of them`() {
        // Every sequence of three bindings out of no date or three, with no analyser or two, for readings of all their stretches.
        let dates: [String?] = [nil, "2026-11-06", "2026-11-08", "2026-11-14"]
        let analysers = ["", "甲", "乙"]
        let choices = dates.flatMap { date in analysers.map { (date, $0) } }
        for first in choices {
            for second in choices {
                for third in choices {
                    let chosen = [first, second, third]
                    let acceptance = Self.acceptance(
                        chosen.enumerated().map { index, choice in
                            Self.binding(day: 1 + index * 5, acceptedOn: choice.0, analyser: choice.1)
                        })
                    let earliest = chosen.compactMap(\.0).min()
                    for day in [3, 7, 13] {
                        let text = day < 10 ? "2026-11-0\(day)" : "2026-11-\(day)"
                        let counts = acceptance.covers(Self.reading("\(text)T00:00", day: day))
                        if counts { #expect(earliest.map { $0 <= text } ?? false) }
                        // Whoever counts on a day counts on the next of the same receipt.
                        if counts { #expect(acceptance.covers(Self.reading("\(text)T23:00", day: day))) }
                    }
                }
            }
        }
    }
}
