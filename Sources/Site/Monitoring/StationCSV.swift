import Documents
import Monitoring
import Registry
import Standards

/// A station's day as comma-separated values, in the form that `qingheng air hourly` reads.
struct StationCSV {
    let bytes: [UInt8]
    /// The name of the file without its ending.
    let name: String

    /// Hours that have ended; the time is the END of the hour, an empty field is missing, `/` not monitored.
    init(_ id: String, on date: CivilDate, in context: PageContext) throws {
        let station = try context.object(id, .station, called: "站点")
        let day = try AirHourStore.day(date, stations: [station], catalog: context.catalog, in: context.connection)
            .first
        var writer = CSVWriter()
        writer.row(["time", "station"] + AirItem.allCases.map(\.rawValue))
        for hour in day?.hours.prefix(context.dueHours(of: date)) ?? [] {
            let end = hour.start.adding(seconds: 3_600)
            writer.row([end.description, id] + AirItem.allCases.map { Self.text(hour.values[$0]) })
        }
        bytes = writer.take()
        name = "\(id)-\(date)"
    }

    private static func text(_ value: AirValue) -> String {
        switch value {
        case .present(let concentration): concentration.screenText
        case .missing: ""
        case .notMonitored: "/"
        }
    }
}
