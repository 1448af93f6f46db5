import ArgumentParser
import Catalog

/// A year of hours of many stations up to statistics, index and rank.
struct BenchAirYearCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "air-year", abstract: "一年小时值的日、月、年统计速度")

    @Option(help: "站点数")
    var stations = 1_600

    @Option(help: "并行任务数")
    var tasks = 2

    @Option(help: "重复次数")
    var rounds = 5

    func run() async throws {
        let load = try AirYearLoad(stations: stations, year: 2025, catalog: try RuleCatalog.load(overlay: nil))
        for _ in 0..<rounds {
            var ranked = 0
            let elapsed = try await ContinuousClock().measure {
                ranked = try await load.run(tasks: tasks).count { $0.rank != nil }
            }
            Terminal.say("\(load.stationHours) station-hours, \(ranked) stations ranked, \(elapsed.inSeconds) seconds")
        }
    }
}
