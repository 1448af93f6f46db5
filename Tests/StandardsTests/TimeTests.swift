import Foundation
import Standards
import Testing

struct TimeTests {
    @Test(arguments: [
        ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("2026-03-01", 20_513, 7),
        ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
    func `a date has its day number and weekday`(text: String, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.daysSince1970 == days)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test(arguments: [
        "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01", "26-01-01",
        "2026-1-1", "2026/01/01", "2026-01-01 ", "", "２026-01-01",
    ])
    func `a day that does not exist is refused`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test
    func `every day of four centuries is counted once`() throws {
        var expected = (year: 1900, month: 1, day: 1)
        var date = try #require(CivilDate(year: 1900, month: 1, day: 1))
        var wrong: [CivilDate] = []
        while date.year < 2300 {
            let found = (date.year, date.month, date.day)
            if found != expected || CivilDate(year: found.0, month: found.1, day: found.2) != date {
                wrong.append(date)
            }
            expected.day += 1
            if expected.day > CivilDate.days(inMonth: expected.month, of: expected.year) {
                expected = (expected.year, expected.month + 1, 1)
                if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
            }
            date = date.adding(days: 1)
        }
        #expect(wrong.isEmpty)
    }

    @Test
    func `months end where the calendar ends them`() throws {
        let leap = try #require(CivilDate("2024-02-10"))
        #expect(leap.firstOfMonth.description == "2024-02-01")
        #expect(leap.lastOfMonth.description == "2024-02-29")
        #expect(leap.firstOfNextMonth.description == "2024-03-01")
        #expect(leap.firstOfPreviousMonth.description == "2024-01-01")
        #expect(leap.daysInMonth == 29)
        #expect(leap.daysInYear == 366)
        #expect(CivilDate("2024-01-31")?.adding(months: 1).description == "2024-02-29")
        #expect(CivilDate("2024-02-29")?.adding(years: 1).description == "2025-02-28")
        #expect(CivilDate("2024-12-15")?.adding(months: -12).description == "2023-12-15")
        #expect(leap.firstOfYear.days(until: leap.lastOfYear) == 365)
        #expect(CivilDate("2026-01-01")?.adding(days: .max) == .last)
        #expect(CivilDate("2026-01-01")?.adding(months: .min) == .first)
    }

    @Test(arguments: [
        ("2026-03-01T01:00:00+08:00", 1_772_298_000, "2026-03-01T01:00:00+08:00"),
        ("2026-03-01T01:00+08:00", 1_772_298_000, "2026-03-01T01:00:00+08:00"),
        ("2026-02-28T17:00:00Z", 1_772_298_000, "2026-03-01T01:00:00+08:00"),
        ("2026-02-28T12:00:00-05:00", 1_772_298_000, "2026-03-01T01:00:00+08:00"),
        ("1969-12-31T23:59:59Z", -1, "1970-01-01T07:59:59+08:00"),
    ])
    func `a moment is read with its offset and printed in Beijing time`(text: String, seconds: Int64, printed: String)
        throws
    {
        let moment = try #require(Instant(text))
        #expect(moment.secondsSince1970 == seconds)
        #expect(moment.description == printed)
        #expect(Instant(printed) == moment)
    }

    @Test(arguments: [
        "2026-03-01T01:00:00", "2026-03-01 01:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T01:60:00Z",
        "2026-03-01T01:00:60Z", "2026-03-01T01:00:00.5Z", "2026-03-01T01Z", "2026-03-01T01:00:00+8",
        "2026-02-30T01:00Z",
    ])
    func `a time without an offset is no moment`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test
    func `the Beijing clock never changes`() throws {
        let date = try #require(CivilDate("1988-07-01"))
        let moment = Instant(beijing: date, hour: 23, minute: 59, second: 58)
        #expect(moment.beijingDate == date)
        #expect(moment.beijingHour == 23)
        #expect(moment.beijingMinute == 59)
        #expect(moment.beijingSecond == 58)
        #expect(Instant(beijing: date, hour: 24) == Instant(beijing: date.adding(days: 1)))
        #expect(Instant(secondsSince1970: .max).beijingDate == .last)
        #expect(Instant(secondsSince1970: .min).beijingDate == .first)
    }

    @Test
    func `an hour labelled by its end belongs to the day on which it starts`() throws {
        let midnight = Instant(beijing: try #require(CivilDate("2026-03-01")))
        #expect(Period.hour(endingAt: midnight).start.beijingDate.description == "2026-02-28")
        #expect(Period.hour(endingAt: midnight.adding(seconds: 3_600)).start == midnight)
        #expect(Period.day(midnight.beijingDate).contains(midnight))
        #expect(!Period.hour(endingAt: midnight).contains(midnight))
        #expect(Period.month(of: midnight.beijingDate).end.beijingDate.description == "2026-04-01")
    }

    @Test
    func `dates and moments travel as text`() throws {
        let date = try #require(CivilDate("2026-03-01"))
        let period = Period.day(date)
        let data = try JSONEncoder().encode([period])
        #expect(String(decoding: data, as: UTF8.self).contains("2026-03-01T00:00:00+08:00"))
        #expect(try JSONDecoder().decode([Period].self, from: data) == [period])
        #expect(try JSONDecoder().decode([CivilDate].self, from: JSONEncoder().encode([date])) == [date])
        let numbers: [ExactDecimal] = ["1.50"]
        #expect(String(decoding: try JSONEncoder().encode(numbers), as: UTF8.self) == #"["1.50"]"#)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([ExactDecimal].self, from: Data("[1.5]".utf8)) }
        let third = [try Rational(numerator: 1, denominator: 3)]
        #expect(try JSONDecoder().decode([Rational].self, from: JSONEncoder().encode(third)) == third)
    }
}
