import Monitoring
import Records
import Standards
import Storage
import TestKit

/// A bureau with a day of four stations, and people who review it.
enum ReviewFixture {
    static let day = CivilDate(year: 2026, month: 11, day: 20) ?? .first

    /// Somebody with all rights, so that only separation can stand in the way.
    static func person(_ id: String, for absent: String? = nil) -> Actor {
        Actor(id: id, permissions: MonitoringFixture.actor.permissions, actingFor: absent)
    }

    static func bureau() async throws -> TestBureau {
        let bureau = try await MonitoringFixture.bureau()
        try await MonitoringFixture.importAir(
            MonitoringFixture.airFile(day, stations: ["S1", "S2", "S3", "S4"]), into: bureau)
        return bureau
    }

    static func value(
        _ item: AirItem, of station: String, on date: CivilDate = day, in bureau: TestBureau
    ) async throws -> AirDayValue? {
        try await bureau.book.database.read { connection in
            try AirDayStore.values(on: date, in: connection).first {
                $0.place == .station(station) && $0.item == item
            }
        }
    }

    static func mean(_ item: AirItem, of station: String, in bureau: TestBureau) async throws -> Rational? {
        try await value(item, of: station, in: bureau)?.value
    }

    /// Takes steps of a station's day, each by a person.
    static func take(
        _ steps: [(ReviewStep.Kind, String)], of station: String = "S1", on date: CivilDate = day, reason: String = "",
        in bureau: TestBureau
    ) async throws {
        for (step, person) in steps {
            try await bureau.book.record(
                ReviewStepActions.take(
                    step, of: station, on: date, reason: reason, reviewer: person, by: Self.person(person)))
        }
    }
}
