package import Catalog
package import Registry
package import Standards
package import Storage

/// The automatic checks of the catalog over a day of air stations, put together as questions to a reviewer.
package enum AirDayFindings {
    /// Tests look back at most four days: the repetition of three days at a lag of one.
    package static let lookBackHours = 96
    private static let hour = 3_600

    /// What the rules in force on a day ask about it, by station and first hour.
    ///
    /// - Parameters:
    ///   - stations: looked at together; they are one another's neighbours.
    ///   - dueHours: the number of hours that have ended.
    /// - Throws: `CatalogError` with the faults of the rule files.
    package static func questions(
        of stations: [RegisteredObject], on date: CivilDate, dueHours: Int, catalog: RuleCatalog,
        in connection: ReadConnection
    ) throws -> [AirFinding] {
        let day = Period.day(date)
        let due = day.start..<day.start.adding(seconds: dueHours * hour)
        let field = try CheckFieldStore.field(
            of: stations, seconds: [hour], due: due, lookBackHours: lookBackHours, catalog: catalog,
            in: connection
        ).with(silent(stations))
        let report = CheckEngine.report(
            field, rules: try CheckRules.inForce(of: catalog, on: date), judged: day.start..<day.end)
        return AirQuestions(report.findings, on: day).all
    }

    /// Every item of every station, so that one which sent nothing for days is missed as well.
    private static func silent(_ stations: [RegisteredObject]) -> [CheckSeries] {
        stations.flatMap { station in
            AirItem.allCases.map {
                CheckSeries(
                    station: station.id, kind: station.kind.rawValue, item: $0.rawValue, seconds: hour, points: [])
            }
        }
    }
}
