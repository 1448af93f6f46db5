import Standards
import Testing

struct AirPeriodTests {
    private func period(_ kind: AirPeriod.Kind, _ day: String) throws -> AirPeriod {
        let date = try #require(CivilDate(day))
        return try #require(AirPeriod(kind, containing: date))
    }

    @Test(arguments: [
        (AirPeriod.Kind.month, "2024-02-29", "2024-02", "2024-02-01", "2024-02-29", 29),
        (.quarter, "2026-03-31", "2026-Q1", "2026-01-01", "2026-03-31", 90),
        (.quarter, "2026-04-01", "2026-Q2", "2026-04-01", "2026-06-30", 91),
        (.half, "2026-06-30", "2026-H1", "2026-01-01", "2026-06-30", 181),
        (.half, "2026-07-01", "2026-H2", "2026-07-01", "2026-12-31", 184),
        (.year, "2024-05-05", "2024", "2024-01-01", "2024-12-31", 366),
        (.season, "2025-10-01", "2025-AW", "2025-10-01", "2026-03-31", 182),
        (.season, "2025-12-31", "2025-AW", "2025-10-01", "2026-03-31", 182),
        (.season, "2026-01-01", "2025-AW", "2025-10-01", "2026-03-31", 182),
        (.season, "2024-03-31", "2023-AW", "2023-10-01", "2024-03-31", 183),
    ])
    func `a day lies in the period of its calendar`(
        kind: AirPeriod.Kind, day: String, name: String, first: String, last: String, days: Int
    ) throws {
        let found = try period(kind, day)
        #expect(found.description == name)
        #expect(found.first == CivilDate(first))
        #expect(found.last == CivilDate(last))
        #expect(found.dayCount == days)
        #expect(found.months.count == found.monthCount)
        let date = try #require(CivilDate(day))
        #expect(found.contains(date))
    }

    @Test(arguments: ["2026-04-01", "2026-09-30"])
    func `summer belongs to no winter season`(day: String) throws {
        let date = try #require(CivilDate(day))
        #expect(AirPeriod(.season, containing: date) == nil)
    }

    @Test
    func `January and December of one year never share a season`() throws {
        #expect(try period(.season, "2026-01-15") != period(.season, "2026-12-15"))
        #expect(try period(.season, "2026-01-15").description == "2025-AW")
        #expect(try period(.season, "2026-12-15").description == "2026-AW")
    }

    @Test(arguments: [
        (AirPeriod.Kind.month, "2026-01-10", "2025-01", "2025-12"), (.quarter, "2026-02-01", "2025-Q1", "2025-Q4"),
        (.half, "2026-08-01", "2025-H2", "2026-H1"), (.year, "2026-08-01", "2025", "2025"),
        (.season, "2026-11-01", "2025-AW", "2025-AW"),
    ])
    func `the periods compared with are one year and one period earlier`(
        kind: AirPeriod.Kind, day: String, year: String, previous: String
    ) throws {
        let found = try period(kind, day)
        #expect(found.yearBefore.description == year)
        #expect(found.previous.description == previous)
    }

    @Test(arguments: AirPeriod.Kind.allCases)
    func `every day lies in exactly the period that begins before it`(kind: AirPeriod.Kind) throws {
        let start = try #require(CivilDate("2023-01-01"))
        for offset in 0..<1_200 {
            let day = start.adding(days: offset)
            guard let found = AirPeriod(kind, containing: day) else { continue }
            #expect(found.contains(day))
            #expect(AirPeriod(kind, containing: found.first) == found)
            #expect(AirPeriod(kind, containing: found.last) == found)
            #expect(AirPeriod(kind, containing: found.last.adding(days: 1)) != found)
        }
    }
}
