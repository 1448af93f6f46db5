import Standards
import Testing

/// When an AQI is published, what is primary, and what is noted.
struct AirIndexPublicationTests {
    private let complete = AirValues(so2: 6, no2: 41, pm10: 51, pm25: 36, co: "0.5", o3: 60)

    @Test
    func `HJ 633-2026 5.3.1 publishes with a gap only above 100`() throws {
        let rule = try Edition.y2026.rule
        var values = complete
        values.so2 = .missing
        let withheld = rule.hourly(values)
        #expect(withheld.aqi == nil)
        #expect(withheld.level == nil)
        #expect(withheld.largestIndex == 52)
        #expect(withheld.primary.isEmpty)
        #expect(withheld.iaqi(.pm25) == 52)
        #expect(withheld.iaqi(.so2) == nil)
        #expect(withheld.notes == [.withheldForMissing(AirItemSet(.so2))])
        values.pm25 = .present(60)
        #expect(rule.hourly(values).aqi == nil, "exactly 100 is not above 100")
        values.pm25 = .present(61)
        let published = rule.hourly(values)
        #expect(published.aqi == 101)
        #expect(published.level == 3)
        #expect(published.primary == [.pm25])
        #expect(published.notes == [.publishedWithout(AirItemSet(.so2))])
    }

    @Test
    func `an item not monitored by plan never holds an AQI back`() throws {
        var values = complete
        values.so2 = .notMonitored
        values.co = .notMonitored
        for edition in Edition.allCases {
            let result = try edition.rule.hourly(values)
            #expect(result.aqi == 52)
            #expect(result.notMonitoredItems == [AirItemSet(.so2), AirItemSet(.co)])
            #expect(result.notes.isEmpty)
        }
    }

    @Test
    func `practice under the 2012 edition publishes from the others unless particles or three items are missing`()
        throws
    {
        let rule = try Edition.y2012.rule
        var values = complete
        values.pm10 = .missing
        #expect(rule.hourly(values).aqi == 52)
        values.o3 = .missing
        #expect(rule.hourly(values).aqi == 52)
        values.co = .missing
        #expect(rule.hourly(values).aqi == nil)
        values = complete
        values.pm10 = .missing
        values.pm25 = .missing
        #expect(rule.hourly(values).aqi == nil)
    }

    @Test
    func `a blank PM10 of the national feed is no gap when it stands alone`() throws {
        let rule = try Edition.y2026.rule.readingNationalFeed()
        var values = complete
        values.pm10 = .missing
        #expect(rule.hourly(values).aqi == 52)
        #expect(rule.hourly(values).notes == [.blankInFeed(.pm10)])
        values.so2 = .missing
        #expect(rule.hourly(values).aqi == nil)
    }

    @Test
    func `nothing present gives nothing`() throws {
        for edition in Edition.allCases {
            for value in [AirValue.missing, .notMonitored] {
                let result = try edition.rule.hourly(AirValues(repeating: value))
                #expect(result.aqi == nil)
                #expect(result.level == nil)
                #expect(result.largestIndex == nil)
                #expect(result.notes.isEmpty)
            }
        }
    }

    @Test
    func `a negative concentration is no measurement`() throws {
        var values = complete
        values.o3 = .present("-5")
        let result = try Edition.y2026.rule.hourly(values)
        #expect(result.aqi == nil)
        #expect(result.iaqi(.o3) == nil)
        #expect(result.notes.contains(.negative(.o3)))
        values.o3 = .present("-0.4")
        #expect(try Edition.y2026.rule.hourly(values).iaqi(.o3) == 0, "rounds to zero first")
    }

    @Test
    func `clean air has AQI 0 before 2026 and 1 after`() throws {
        let clean = AirValues(so2: 0, no2: 0, pm10: 0, pm25: 0, co: 0, o3: 0)
        #expect(try Edition.y2012.rule.hourly(clean).aqi == 0)
        #expect(try Edition.y2012.rule.hourly(clean).level == 1)
        let result = try Edition.y2026.rule.hourly(clean)
        #expect(result.aqi == 1)
        #expect(result.level == 1)
        #expect(result.iaqi(.pm25) == 0)
        #expect(result.notes == [.raisedToMinimum])
    }

    @Test
    func `beyond the table the AQI is 500 and ties there are all primary`() throws {
        let result = try Edition.y2026.rule.hourly(
            AirValues(so2: 3, no2: 13, pm10: 2215, pm25: 520, co: "1.0", o3: 45))
        #expect(result.aqi == 500)
        #expect(result.primary == [.pm10, .pm25])
        #expect(result.level == 6)
        #expect(result.notes == [.aboveTable(.pm10), .aboveTable(.pm25)])
    }

    @Test
    func `SO2 above 800 in an hour and O3 above 800 in eight hours change with the edition`() throws {
        var hour = complete
        hour.so2 = .present(900)
        let old = try Edition.y2012.rule.hourly(hour)
        #expect(old.aqi == 52)
        #expect(old.notes == [.notComputedFrom(.so2)])
        #expect(try Edition.y2026.rule.hourly(hour).aqi == 200)
        var day = complete
        day.o3 = .present(900)
        #expect(try Edition.y2012.rule.daily(day).notes == [.notComputedFrom(.o3)])
        #expect(try Edition.y2026.rule.daily(day).aqi == 300)
    }

    @Test
    func `ties are listed together in publication order and only above 50`() throws {
        let rule = try Edition.y2026.rule
        let tie = rule.daily(AirValues(so2: 6, no2: 41, pm10: 40, pm25: 36, co: "0.5", o3: 60))
        #expect(tie.primary == [.no2, .pm25])
        let fifty = rule.daily(AirValues(so2: 6, no2: 40, pm10: 50, pm25: 35, co: 2, o3: 100))
        #expect(fifty.aqi == 50)
        #expect(fifty.primary.isEmpty)
        #expect(fifty.items(above: 50).isEmpty)
        let exceeding = rule.daily(AirValues(so2: 6, no2: 81, pm10: 121, pm25: 60, co: 2, o3: 100))
        #expect(exceeding.exceedingItems.items == [.no2, .pm10])
    }

    @Test(arguments: [
        (0, 1), (50, 1), (51, 2), (100, 2), (101, 3), (150, 3), (151, 4), (200, 4), (201, 5), (300, 5), (301, 6),
        (500, 6),
    ])
    func `levels change at 50, 100, 150, 200 and 300`(aqi: Int, rank: Int) throws {
        #expect(try Edition.y2026.rule.level(ofAQI: aqi).rank == rank)
        #expect(try Edition.y2026.rule.level(rank)?.rank == rank)
        #expect(try Edition.y2026.rule.level(7) == nil)
    }

    @Test
    func `a row and its judgement hold no heap memory`() {
        #expect(_isPOD(AirValues.self))
        #expect(_isPOD(AirIndexResult.self))
    }

    @Test
    func `a table that does not rise is refused`() throws {
        var definition = Edition.y2026.definition
        definition.hourly[.pm25] = AirBreakpoints(
            knots: [.init(0, index: 0), .init(35, index: 50), .init(35, index: 100)], beyond: .countedAs(500))
        #expect(throws: StandardsError(.invalidRule, subject: "hourly.pm25", value: "35")) {
            try AirIndexRule(definition)
        }
        definition = Edition.y2026.definition
        definition.daily[.o3] = nil
        #expect(throws: StandardsError(.invalidRule, subject: "daily.o3")) { try AirIndexRule(definition) }
        definition = Edition.y2026.definition
        definition.levels.removeLast()
        #expect(throws: StandardsError.self) { try AirIndexRule(definition) }
    }
}
