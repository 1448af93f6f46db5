import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

/// Findings of the automatic checks, from files brought in as a bureau does.
struct AirChecksTests {
    private static let day = CivilDate("2026-11-20") ?? .first

    /// What is found on a day with these values of S1; the other three stations move evenly.
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
            let days = try AirHourStore.day(day, stations: objects, catalog: catalog, in: connection)
            return AirChecks.findings(days, dueHours: dueHours)
        }
    }

    private static func plain(_ hour: Int) -> String { "10,\(12 + hour),\(62 + hour),\(32 + hour),0.5,\(72 + hour)" }

    @Test func `an ordinary day asks nothing`() async throws {
        #expect(try await Self.findings { Self.plain($0) }.isEmpty)
    }

    @Test(arguments: [(2, 0), (3, 1), (5, 1)])
    func `a station is silent from three hours without a message on`(count: Int, expected: Int) async throws {
        let found = try await Self.findings { (10..<10 + count).contains($0) ? nil : Self.plain($0) }
        #expect(found.filter { $0.kind == .silent }.count == expected)
        if expected == 1 { #expect(found.first?.hours == 10...(9 + count)) }
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
            #expect(spike.kind == .spike && spike.items == [.pm10] && spike.hours == 7...7)
            #expect(spike.reference == 67 && spike.value == ExactDecimal(value))
        }
    }

    @Test func `small values do not spike, however many times the others they are`() async throws {
        let found = try await Self.findings { $0 == 7 ? "99,19,69,39,0.5,79" : Self.plain($0) }
        #expect(found.isEmpty)
    }

    @Test func `two neighbours are no neighbourhood`() async throws {
        let found = try await Self.findings(stations: ["S1", "S2", "S3"]) {
            $0 == 7 ? "10,19,900,39,0.5,79" : Self.plain($0)
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
        #expect(found.map(\.kind) == [.inverted])
        #expect(found.first?.hours == 4...4)
        #expect(found.first?.reference == 30)
    }

    @Test(arguments: [(3, 0), (4, 1)])
    func `a value that stands still for four hours while the others move is asked about`(
        count: Int, expected: Int
    ) async throws {
        let found = try await Self.findings { hour in
            let value = (2..<2 + count).contains(hour) ? "15" : "\(12 + hour)"
            return "10,\(value),\(62 + hour),\(32 + hour),0.5,\(72 + hour)"
        }
        #expect(found.filter { $0.kind == .flat }.map(\.items) == Array(repeating: [.no2], count: expected))
    }

    @Test func `zeros that stand still are no flat line`() async throws {
        let found = try await Self.findings { hour in
            "10,\((2..<8).contains(hour) ? 0 : 12 + hour),\(62 + hour),\(32 + hour),0.5,\(72 + hour)"
        }
        #expect(found.isEmpty)
    }
}
