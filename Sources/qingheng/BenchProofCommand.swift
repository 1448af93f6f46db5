import ArgumentParser
import Gateway
import House
import Ledger
import Logging
import Monitoring
import Records
import Registry
import Reporting
import Standards
import Storage

/// Makes the data directory of a bureau that has sealed the yearly report of one station, whose bundle `script/bench proof`
/// measures: 8,784 hours below one mean.
struct BenchProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "proof", abstract: "编造一个站点一年的小时值并封存年报")

    /// How the hours arrive.
    enum Way: String, ExpressibleByArgument, CaseIterable {
        case file, packets
    }

    private static let year = 2024

    @Option(help: "file 导入一个文件；packets 报文逐日成树")
    var way = Way.file

    @Option(help: "文件中的站点数，其余不参评")
    var stations = 1

    @OptionGroup var store: DataOptions

    func run() async throws {
        let load = StationYear(year: Self.year)
        let first = CivilDate(year: Self.year, month: 1, day: 1) ?? .first
        let clock = MovedClock(Instant(beijing: first.adding(days: -1)))
        let bureau = try await Bureau.open(
            store.path, server: try store.server, overlay: store.overlay, clock: { clock.milliseconds })
        let actor = Capabilities.localOperator
        try await bureau.book.record([
            RegistryActions.register("bureau", kind: .bureau, name: "测速区生态环境局", fields: ["isDemo": false], by: actor),
            RegistryActions.register(
                StationYear.station, kind: .station, name: "测速站",
                fields: [
                    "town": "测速镇", "longitude": "117.2", "latitude": "39.1", "managementLevel": "区控",
                    "isEvaluated": true,
                ], by: actor),
            RegistryActions.bind(
                device: StationYear.number, to: StationYear.station, channels: StationYear.channels, by: actor),
        ])
        switch way {
        case .file:
            clock.move(to: Instant(beijing: first.adding(days: load.days + 1)))
            _ = try await FileImport.run(
                load.file(stations: stations), fileName: "\(Self.year).csv", format: .air, defaultYear: nil, by: actor,
                into: bureau.book, progress: { _ in })
        case .packets:
            let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
            let keeper = SegmentKeeper(book: bureau.book, logger: logger)
            for day in 0..<load.days {
                clock.move(to: Instant(beijing: first.adding(days: day + 1), hour: 1))
                try await bureau.book.archive.packets.append(try load.packets(ofDay: day))
                while try await bureau.book.projectPackets() {}
                // Closes the segment and, as the day is over, the day.
                _ = try await keeper.closeAll()
            }
        }
        let key = try SigningKey(
            name: try KeyName("qingheng.example/bench"), type: .ed25519, secret: Array(repeating: 5, count: 32))
        let sealed = try await bureau.seal("air-yearly", period: String(Self.year), signing: key, site: nil)
        let claims = try await bureau.book.database.read { connection in
            try SealStore.claims(
                of: sealed, from: bureau.book.archive, hasher: try LedgerStore.head(in: connection).hasher)
        }
        let asked = FigureRequest(
            "air.year.value", on: first.lastOfYear, ["place": StationYear.station, "item": "pm25"])
        Terminal.say("\(claims.id(of: asked)?.rawValue ?? "") \(key.verifier.text)")
    }
}
