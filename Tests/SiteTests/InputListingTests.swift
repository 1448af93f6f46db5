import Records
import Reporting
import Standards
import Testing

@testable import Site

/// How the inputs of a figure are laid out for a reader.
struct InputListingTests {
    /// The hours of the leap year 2028 of one station.
    private static let hours: [FigureInput] = (0..<8_784).map { hour in
        let start = Instant(beijing: CivilDate("2028-01-01") ?? .first, hour: hour)
        return FigureInput(
            id: InputID("air-hour", ["A1", "pm25", String(start.secondsSince1970)]), label: "", value: 1, weight: 1,
            rule: "")
    }

    @Test func `the hours of a year are shown by month, those of a month by day, those of a day one by one`() throws {
        let year = InputListing(Self.hours, within: nil)
        #expect(year.groups.map(\.period.address).first == "2028-01")
        #expect(year.groups.map(\.places.count) == [744, 696, 744, 720, 744, 720, 744, 744, 720, 744, 720, 744])
        let month = InputListing(Self.hours, within: try ReportPeriod("2028-02"))
        #expect(month.groups.count == 29)
        #expect(month.groups.allSatisfy { $0.places.count == 24 && $0.period.length == .day })
        #expect(month.around == nil)
        let day = InputListing(Self.hours, within: try ReportPeriod("2028-02-29"))
        #expect(day.groups.isEmpty)
        #expect(day.places == Array(59 * 24..<60 * 24))
        #expect(day.around?.address == "2028-02")
    }

    @Test func `a page never lists more inputs than it can hold`() {
        for count in [100, 101, 400, 3_000, 8_784] {
            let listing = InputListing(Array(Self.hours.prefix(count)), within: nil)
            let listed = listing.groups.isEmpty ? listing.places.count : listing.groups.count
            #expect(listed <= InputListing.pageLength, "\(count)")
            #expect(listing.groups.isEmpty || listing.groups.flatMap(\.places) == Array(0..<count))
        }
    }

    @Test func `inputs without a time of their own stay in one list`() {
        let records = (0..<300).map {
            FigureInput(id: InputID("record", [String($0)]), label: "", value: 1, weight: 1, rule: "")
        }
        #expect(InputListing(records, within: nil).groups.isEmpty)
        #expect(InputListing(records + Self.hours, within: nil).groups.isEmpty)
    }

    @Test(arguments: [
        ("air-day/district/pm25/2026-11-21", "2026-11-21"), ("air-aqi/A1/2026-11-21", "2026-11-21"),
        ("air-hour/A1/pm10/1795212000", "2026-11-21"), ("water-item/断面一/tp/2026-10", "2026-10-01"),
        ("record/12", nil), ("none", nil),
    ])
    func `the day of an input is read off its id`(id: String, day: String?) {
        #expect(InputID(rawValue: id).date?.description == day)
    }
}
