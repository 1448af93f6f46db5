import ArgumentParser
import House
import Monitoring
import Standards

/// Single tests of the automatic checks over a table held in memory, on one thread, without printing what is found.
struct BenchChecksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "checks", abstract: "自动预审速度")

    @Argument(help: "air check 的输入文件")
    var file: String

    @Option(help: "每次测量的遍数")
    var passes = 20

    @Option(help: "重复次数")
    var rounds = 5

    func run() throws {
        let table = try CheckTable(try Terminal.chunks(of: file))
        guard let span = table.span else { return }
        let day = span.lowerBound.beijingDate
        let values = table.field.series.reduce(0) { $0 + $1.count }
        for (name, kind, test) in Self.tests {
            let rule = CheckReference(id: name, title: name, version: day, kind: kind)
            for _ in 0..<rounds {
                var found = 0
                let elapsed = ContinuousClock().measure {
                    for _ in 0..<passes {
                        for series in table.field.series {
                            found +=
                                CheckEngine.findings(test, of: series, in: table.field, as: rule, judged: span).count
                        }
                    }
                }
                let rate = Int(Double(values * passes) / elapsed.inSeconds)
                Terminal.say("\(name) \(values) values, \(found / passes) findings, \(rate) values/s")
            }
        }
    }

    /// The parameters of `Tests/Peer/qc_peer.py`, so that both measure the same work.
    private static let tests: [(String, CheckKind, CheckTest)] = [
        ("range", .range, .range(RangeTest(failMin: 0, suspectMin: 0, suspectMax: 500, failMax: 2_000))),
        ("spike", .spike, .spike(SpikeTest(method: .average, suspect: 30, fail: 80))),
        ("rate", .rate, .rate(RateTest(suspect: 40, fail: 120))),
        ("flat_line", .flatLine, .flatLine(FlatLineTest(suspect: 4 * 3_600, fail: 8 * 3_600))),
    ]
}
