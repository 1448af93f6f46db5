import ArgumentParser
import Catalog
import Standards

/// Hourly AQI in the library alone, on one thread.
struct BenchIndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "index", abstract: "小时 AQI 计算速度")

    /// Station-hours held in memory and judged again and again.
    private static let rows = 100_000

    @Option(help: "每次计算的站时数（百万）")
    var millions = 20

    @Option(help: "重复次数")
    var rounds = 5

    func run() throws {
        let catalog = try RuleCatalog.load(overlay: nil)
        let rule = try catalog.rule(.airIndex, on: CivilDate(year: 2026, month: 3, day: 1) ?? .last)
        let load = try AirYearLoad(stations: 1 + Self.rows / 8_760, year: 2025, catalog: catalog)
        let hours = Array(load.stationValues.prefix(Self.rows))
        for _ in 0..<rounds {
            var sum = 0
            let elapsed = ContinuousClock().measure {
                for _ in 0..<(millions * 1_000_000 / hours.count) {
                    for values in hours { sum &+= rule.hourly(values).aqi ?? 0 }
                }
            }
            let judged = millions * 1_000_000 / hours.count * hours.count
            Terminal.say("checksum \(sum), \(Int(Double(judged) / elapsed.inSeconds)) station-hours/s")
        }
    }
}
