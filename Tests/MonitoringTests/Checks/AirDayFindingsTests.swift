import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

/// What the rules of the catalog ask about a day, from files brought in as a bureau does.
struct AirDayFindingsTests {
    private static let day = CivilDate("2026-11-20") ?? .first

    /// What is asked about S1 on a day with these values; the other three stations move evenly.
    private static func findings(
        dueHours: Int = 24, hours: ClosedRange<Int> = 1...24, stations: [String] = ["S1", "S2", "S3", "S4"],
        _ values: @escaping (Int) -> String?
    ) async throws -> [AirFinding] {
        let bureau = try await MonitoringFixture.bureau()
        var text = "timepoint,stationcode,so2,no2,pm10,pm2_5,co,o3\n"
        for hour in 1...24 {
            let end = Instant(beijing: day, hour: hour)
            let label = "\(end.beijingDate)T\(end.beijingHour < 10 ? "0" : "")\(end.beijingHour)00"
            for station in stations {
                let own =
                    station == "S1" ? values(hour) : "10,\(10 + 2 * hour),\(60 + hour),\(30 + hour),0.5,\(70 + hour)"
                if let own { text += "\(label),\(station),\(own)\n" }
            }
        }
        try await MonitoringFixture.importAir(Array(text.utf8), into: bureau)
        let catalog = bureau.catalog
        return try await bureau.book.database.read { connection in
            let objects = try RegistryStore.objects(.station, in: connection).filter { stations.contains($0.id) }
            return try AirDayFindings.questions(
                of: objects, on: day, dueHours: dueHours, catalog: catalog, in: connection
            ).filter { $0.station == "S1" }
        }
    }

    private static func plain(_ hour: Int) -> String { "10,\(12 + hour),\(62 + hour),\(32 + hour),0.5,\(72 + hour)" }

    @Test func `an ordinary day asks nothing`() async throws {
        #expect(try await Self.findings { Self.plain($0) }.isEmpty)
    }

    @Test(arguments: [(2, 0), (3, 1), (5, 1)])
    func `a station is silent from three hours without a message on`(count: Int, expected: Int) async throws {
        let found = try await Self.findings { (10..<10 + count).contains($0) ? nil : Self.plain($0) }
        #expect(found.filter(\.isSilent).count == expected)
        if expected == 1 {
            #expect(found.first?.hours == 10...(9 + count) && found.first?.items == AirItem.allCases)
            #expect(found.last?.first.rule.kind == .restart && found.last?.hours == (10 + count)...(10 + count))
        }
    }

    @Test func `hours that have not ended are not missing`() async throws {
        let found = try await Self.findings(dueHours: 9) { $0 > 9 ? nil : Self.plain($0) }
        #expect(found.isEmpty)
    }

    /// At 7时 the median of the others is 67.
    @Test(arguments: [(201, 0), (202, 1)])
    func `a spike is more than three times the median of the others`(value: Int, expected: Int) async throws {
        let found = try await Self.findings { $0 == 7 ? "10,19,\(value),39,0.5,79" : Self.plain($0) }
        #expect(found.count == expected)
        if let spike = found.first {
            #expect(spike.first.rule.kind == .neighbours && spike.items == [.pm10] && spike.hours == 7...7)
            #expect(spike.first.reference == 67 && spike.first.value == ExactDecimal(value))
        }
    }

    @Test func `small values do not spike, however many times the others they are`() async throws {
        let found = try await Self.findings { $0 == 7 ? "39,19,69,39,0.5,79" : Self.plain($0) }
        #expect(found.isEmpty)
    }

    @Test func `two neighbours are no neighbourhood`() async throws {
        let found = try await Self.findings(stations: ["S1", "S2", "S3"]) {
            $0 == 7 ? "10,19,300,39,0.5,79" : Self.plain($0)
        }
        #expect(found.isEmpty)
    }

    @Test func `fine particles above coarse ones are an inversion, equal ones are not`() async throws {
        let found = try await Self.findings { hour in
            switch hour {
            case 4: "10,16,30,31,0.5,76"
            case 5: "10,17,30,30,0.5,77"
            default: Self.plain(hour)
            }
        }
        #expect(found.map(\.first.rule.kind) == [.ordering])
        #expect(found.first?.hours == 4...4 && found.first?.items == [.pm25, .pm10])
        #expect(found.first?.first.reference == 30)
    }

    @Test(arguments: [(3, 0), (4, 1)])
    func `a value that stands still for four hours while the others move is asked about`(
        count: Int, expected: Int
    ) async throws {
        let found = try await Self.findings { hour in
            let value = (2..<2 + count).contains(hour) ? "15" : "\(12 + hour)"
            return "10,\(value),\(62 + hour),\(32 + hour),0.5,\(72 + hour)"
        }
        #expect(found.filter { $0.has(.flatLine) }.map(\.items) == Array(repeating: [.no2], count: expected))
    }

    @Test func `zeros that stand still are no flat line`() async throws {
        let found = try await Self.findings { hour in
            "10,\((2..<8).contains(hour) ? 0 : 12 + hour),\(62 + hour),\(32 + hour),0.5,\(72 + hour)"
        }
        #expect(found.isEmpty)
    }

    /// 20时: 905 is above its neighbours, alone among the hours beside it, away from the day before, and a jump.
    @Test func `one odd hour is one question, however many rules find it, and the way back is none`() async throws {
        let found = try await Self.findings { $0 == 20 ? "10,32,905,52,0.5,92" : Self.plain($0) }
        #expect(found.map(\.hours) == [20...20])
        let kinds = Set(found.first?.reasons.map(\.rule.kind) ?? [])
        #expect(kinds == [.neighbours, .spike, .outlier, .rate])
        #expect(found.first?.reasons.allSatisfy { !$0.parameters.isEmpty } == true, "with parameters and version")
    }

    @Test func `hours that follow one another and are asked about by one rule are one question`() async throws {
        let found = try await Self.findings { (15...17).contains($0) ? "10,32,\(800 + $0),52,0.5,92" : Self.plain($0) }
        #expect(found.map(\.hours) == [15...17] && found.first?.items == [.pm10])
    }

    @Test func `a station that sent nothing for days is missed`() async throws {
        let found = try await Self.findings { _ in nil }
        #expect(found.map(\.hours) == [1...24])
        #expect(found.allSatisfy { $0.isSilent && $0.items == AirItem.allCases && $0.first.grade == .fail })
    }
}
